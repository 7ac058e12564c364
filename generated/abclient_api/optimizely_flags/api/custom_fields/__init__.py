"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import archive_custom_field as archive_custom_field
    from . import create_custom_field as create_custom_field
    from . import list_custom_fields as list_custom_fields
    from . import unarchive_custom_field as unarchive_custom_field
    from . import update_custom_field as update_custom_field

__all__ = (
    "list_custom_fields",
    "create_custom_field",
    "update_custom_field",
    "archive_custom_field",
    "unarchive_custom_field",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import archive_list_attribute as archive_list_attribute
    from . import create_list_attribute as create_list_attribute
    from . import get_list_attribute as get_list_attribute
    from . import list_list_attributes as list_list_attributes
    from . import update_list_attribute as update_list_attribute

__all__ = (
    "list_list_attributes",
    "create_list_attribute",
    "get_list_attribute",
    "archive_list_attribute",
    "update_list_attribute",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import archive_variations as archive_variations
    from . import brainstorm_variations as brainstorm_variations
    from . import create_variation as create_variation
    from . import delete_variation as delete_variation
    from . import fetch_variation as fetch_variation
    from . import list_variations as list_variations
    from . import unarchive_variations as unarchive_variations
    from . import update_variations as update_variations

__all__ = (
    "list_variations",
    "create_variation",
    "update_variations",
    "archive_variations",
    "brainstorm_variations",
    "unarchive_variations",
    "fetch_variation",
    "delete_variation",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

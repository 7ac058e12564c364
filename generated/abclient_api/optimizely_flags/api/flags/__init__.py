"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import archive_flags as archive_flags
    from . import create_flag as create_flag
    from . import delete_flag as delete_flag
    from . import fetch_flag as fetch_flag
    from . import list_flags as list_flags
    from . import unarchive_flags as unarchive_flags
    from . import update_flags as update_flags

__all__ = (
    "list_flags",
    "create_flag",
    "update_flags",
    "archive_flags",
    "unarchive_flags",
    "fetch_flag",
    "delete_flag",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

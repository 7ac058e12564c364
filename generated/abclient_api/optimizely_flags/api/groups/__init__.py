"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import archive_groups as archive_groups
    from . import create_group as create_group
    from . import delete_group as delete_group
    from . import fetch_group as fetch_group
    from . import list_groups as list_groups
    from . import unarchive_groups as unarchive_groups
    from . import update_groups as update_groups

__all__ = (
    "list_groups",
    "create_group",
    "update_groups",
    "archive_groups",
    "unarchive_groups",
    "fetch_group",
    "delete_group",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

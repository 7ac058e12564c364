"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_targeting_list as create_targeting_list
    from . import delete_targeting_list as delete_targeting_list
    from . import get_targeting_list as get_targeting_list
    from . import list_targeting_lists as list_targeting_lists
    from . import update_targeting_list as update_targeting_list

__all__ = (
    "list_targeting_lists",
    "create_targeting_list",
    "get_targeting_list",
    "update_targeting_list",
    "delete_targeting_list",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

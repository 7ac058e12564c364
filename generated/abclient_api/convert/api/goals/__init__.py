"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import bulk_goals_delete as bulk_goals_delete
    from . import bulk_goals_update as bulk_goals_update
    from . import clone_goal as clone_goal
    from . import create_goal as create_goal
    from . import delete_goal as delete_goal
    from . import get_goal as get_goal
    from . import get_goal_by_key as get_goal_by_key
    from . import get_goals_list as get_goals_list
    from . import update_goal as update_goal

__all__ = (
    "get_goals_list",
    "get_goal",
    "get_goal_by_key",
    "create_goal",
    "update_goal",
    "delete_goal",
    "bulk_goals_update",
    "bulk_goals_delete",
    "clone_goal",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

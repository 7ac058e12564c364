"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_team as create_team
    from . import delete_team as delete_team
    from . import get_team as get_team
    from . import list_teams as list_teams
    from . import update_team as update_team

__all__ = (
    "list_teams",
    "create_team",
    "get_team",
    "delete_team",
    "update_team",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

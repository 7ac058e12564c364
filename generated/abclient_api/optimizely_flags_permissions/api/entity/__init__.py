"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import change_permissions as change_permissions
    from . import get_entity_permissions as get_entity_permissions
    from . import list_team_permissions as list_team_permissions
    from . import list_user_permissions as list_user_permissions

__all__ = (
    "list_user_permissions",
    "list_team_permissions",
    "get_entity_permissions",
    "change_permissions",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

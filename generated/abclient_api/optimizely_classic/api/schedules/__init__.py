"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_schedule as create_schedule
    from . import delete_schedule as delete_schedule
    from . import get_schedule as get_schedule
    from . import list_schedules as list_schedules
    from . import update_schedule as update_schedule

__all__ = (
    "list_schedules",
    "create_schedule",
    "get_schedule",
    "update_schedule",
    "delete_schedule",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import bulk_experiences_delete as bulk_experiences_delete
    from . import bulk_experiences_update as bulk_experiences_update
    from . import clone_experience as clone_experience
    from . import create_experience as create_experience
    from . import delete_experience as delete_experience
    from . import get_experience as get_experience
    from . import get_experience_by_key as get_experience_by_key
    from . import get_experience_history as get_experience_history
    from . import get_experience_live_data as get_experience_live_data
    from . import get_experiences_list as get_experiences_list
    from . import get_report_token as get_report_token
    from . import trigger_experience_screenshots as trigger_experience_screenshots
    from . import update_experience as update_experience

__all__ = (
    "get_experiences_list",
    "get_experience",
    "get_experience_by_key",
    "create_experience",
    "clone_experience",
    "update_experience",
    "delete_experience",
    "get_report_token",
    "get_experience_live_data",
    "get_experience_history",
    "trigger_experience_screenshots",
    "bulk_experiences_update",
    "bulk_experiences_delete",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import delete_signal_session as delete_signal_session
    from . import get_sessions_list as get_sessions_list
    from . import get_signal_sessions_list as get_signal_sessions_list

__all__ = (
    "get_sessions_list",
    "get_signal_sessions_list",
    "delete_signal_session",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import get_environment_release as get_environment_release
    from . import list_environment_releases as list_environment_releases
    from . import start_environment_release as start_environment_release
    from . import stop_environment_release as stop_environment_release

__all__ = (
    "get_environment_release",
    "list_environment_releases",
    "start_environment_release",
    "stop_environment_release",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

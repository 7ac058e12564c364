"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_environment as create_environment
    from . import delete_environment as delete_environment
    from . import get_datafile as get_datafile
    from . import get_environment as get_environment
    from . import list_environments as list_environments
    from . import update_environment as update_environment

__all__ = (
    "list_environments",
    "create_environment",
    "get_environment",
    "delete_environment",
    "update_environment",
    "get_datafile",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

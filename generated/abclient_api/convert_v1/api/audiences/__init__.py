"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import add_audience as add_audience
    from . import get_audience as get_audience
    from . import list_audiences as list_audiences
    from . import update_audience as update_audience

__all__ = (
    "list_audiences",
    "get_audience",
    "add_audience",
    "update_audience",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

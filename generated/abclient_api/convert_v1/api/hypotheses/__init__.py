"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import add_hypothesis as add_hypothesis
    from . import get_hypothesis as get_hypothesis
    from . import list_hypotheses as list_hypotheses
    from . import update_hypothesis as update_hypothesis
    from . import update_hypothesis_status as update_hypothesis_status

__all__ = (
    "list_hypotheses",
    "get_hypothesis",
    "add_hypothesis",
    "update_hypothesis",
    "update_hypothesis_status",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import get_experiment_results as get_experiment_results
    from . import list_experiment_results as list_experiment_results

__all__ = (
    "list_experiment_results",
    "get_experiment_results",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

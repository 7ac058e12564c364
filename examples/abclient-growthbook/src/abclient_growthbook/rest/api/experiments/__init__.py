"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import get_experiment as get_experiment
    from . import list_experiments as list_experiments
    from . import post_experiment as post_experiment
    from . import post_experiment_start as post_experiment_start
    from . import post_experiment_stop as post_experiment_stop
    from . import update_experiment as update_experiment

__all__ = (
    "list_experiments",
    "post_experiment",
    "get_experiment",
    "update_experiment",
    "post_experiment_start",
    "post_experiment_stop",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_experiment as create_experiment
    from . import create_iteration as create_iteration
    from . import get_experiment as get_experiment
    from . import get_experiment_results as get_experiment_results
    from . import get_experiments as get_experiments
    from . import get_experiments_any_env as get_experiments_any_env
    from . import patch_experiment as patch_experiment

__all__ = (
    "get_experiments",
    "create_experiment",
    "get_experiment",
    "patch_experiment",
    "create_iteration",
    "get_experiment_results",
    "get_experiments_any_env",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

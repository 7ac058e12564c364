"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import get_fact_metric as get_fact_metric
    from . import get_metric as get_metric
    from . import list_fact_metrics as list_fact_metrics
    from . import list_metrics as list_metrics

__all__ = (
    "list_metrics",
    "get_metric",
    "list_fact_metrics",
    "get_fact_metric",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import delete_metric as delete_metric
    from . import get_metric as get_metric
    from . import get_metrics as get_metrics
    from . import patch_metric as patch_metric
    from . import post_metric as post_metric

__all__ = (
    "get_metric",
    "delete_metric",
    "patch_metric",
    "get_metrics",
    "post_metric",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

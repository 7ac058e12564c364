"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_metric_group as create_metric_group
    from . import delete_metric_group as delete_metric_group
    from . import get_metric_group as get_metric_group
    from . import get_metric_groups as get_metric_groups
    from . import patch_metric_group as patch_metric_group

__all__ = (
    "get_metric_groups",
    "create_metric_group",
    "get_metric_group",
    "delete_metric_group",
    "patch_metric_group",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

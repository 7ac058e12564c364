"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import bulk_audiences_delete as bulk_audiences_delete
    from . import bulk_audiences_update as bulk_audiences_update
    from . import clone_audience as clone_audience
    from . import create_audience as create_audience
    from . import delete_audience as delete_audience
    from . import get_audience as get_audience
    from . import get_audiences_list as get_audiences_list
    from . import get_audiences_presets as get_audiences_presets
    from . import update_audience as update_audience

__all__ = (
    "get_audiences_list",
    "get_audience",
    "create_audience",
    "update_audience",
    "delete_audience",
    "bulk_audiences_update",
    "bulk_audiences_delete",
    "get_audiences_presets",
    "clone_audience",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

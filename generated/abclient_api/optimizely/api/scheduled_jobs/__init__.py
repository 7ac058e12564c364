"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import create_scheduled_job as create_scheduled_job
    from . import delete_scheduled_job as delete_scheduled_job
    from . import get_scheduled_job as get_scheduled_job
    from . import list_scheduled_jobs as list_scheduled_jobs
    from . import update_scheduled_job as update_scheduled_job

__all__ = (
    "list_scheduled_jobs",
    "create_scheduled_job",
    "get_scheduled_job",
    "delete_scheduled_job",
    "update_scheduled_job",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

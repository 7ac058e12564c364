"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import archive_reports as archive_reports
    from . import delete_report as delete_report
    from . import fetch_report as fetch_report
    from . import list_reports as list_reports
    from . import reset_results as reset_results
    from . import unarchive_reports as unarchive_reports

__all__ = (
    "list_reports",
    "archive_reports",
    "unarchive_reports",
    "fetch_report",
    "delete_report",
    "reset_results",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import export_experience_raw_data as export_experience_raw_data
    from . import export_experience_report as export_experience_report
    from . import get_experience_aggregated_report as get_experience_aggregated_report
    from . import get_experience_daily_report as get_experience_daily_report
    from . import get_experience_daily_traffic_allocation as get_experience_daily_traffic_allocation
    from . import get_experience_report_settings as get_experience_report_settings
    from . import remove_experience_report_data as remove_experience_report_data
    from . import reset_experience_report as reset_experience_report

__all__ = (
    "get_experience_report_settings",
    "get_experience_aggregated_report",
    "get_experience_daily_report",
    "get_experience_daily_traffic_allocation",
    "reset_experience_report",
    "export_experience_report",
    "export_experience_raw_data",
    "remove_experience_report_data",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

"""The operations, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import get_campaign_results as get_campaign_results
    from . import get_campaign_results_csv as get_campaign_results_csv
    from . import get_campaign_results_share_link as get_campaign_results_share_link
    from . import get_experiment_report as get_experiment_report
    from . import get_experiment_results as get_experiment_results
    from . import get_experiment_results_csv as get_experiment_results_csv
    from . import get_experiment_results_share_link as get_experiment_results_share_link
    from . import get_experiment_timeseries as get_experiment_timeseries
    from . import get_holdout_results_csv as get_holdout_results_csv

__all__ = (
    "get_campaign_results",
    "get_experiment_results",
    "get_experiment_timeseries",
    "get_experiment_report",
    "get_campaign_results_share_link",
    "get_experiment_results_share_link",
    "get_campaign_results_csv",
    "get_experiment_results_csv",
    "get_holdout_results_csv",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f"{__name__}.{name}")


def __dir__() -> list[str]:
    return list(__all__)

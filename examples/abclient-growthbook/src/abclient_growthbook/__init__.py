"""GrowthBook for abclient: its REST API as a client, a source of result rows, and a sandbox.

::

    from abclient_growthbook import GrowthBook

    async with GrowthBook() as growthbook:
        async for experiment in growthbook.experiments.list(status="running"):
            print(experiment.name)

Names are loaded on first use: ``abclient`` imports this package whenever it describes the vendors that are installed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .client import GrowthBook
    from .experiments import Experiment, Experiments
    from .features import Feature, Features
    from .metrics import FactMetric, FactMetrics, Metric, Metrics
    from .organization import DataSource, DataSources, Environment, Environments
    from .projects import Project, Projects
    from .snapshots import Snapshot, Snapshots

__all__ = [
    "DataSource",
    "DataSources",
    "Environment",
    "Environments",
    "Experiment",
    "Experiments",
    "FactMetric",
    "FactMetrics",
    "Feature",
    "Features",
    "GrowthBook",
    "Metric",
    "Metrics",
    "Project",
    "Projects",
    "Snapshot",
    "Snapshots",
]

_HOMES = {
    "client": ("GrowthBook",),
    "experiments": ("Experiment", "Experiments"),
    "features": ("Feature", "Features"),
    "metrics": ("FactMetric", "FactMetrics", "Metric", "Metrics"),
    "organization": ("DataSource", "DataSources", "Environment", "Environments"),
    "projects": ("Project", "Projects"),
    "snapshots": ("Snapshot", "Snapshots"),
}

if not TYPE_CHECKING:  # type checkers see the names above, and would accept any other

    def __getattr__(name: str) -> Any:
        for home, names in _HOMES.items():
            if name in names:
                return getattr(import_module(f".{home}", __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""LaunchDarkly Experiments (beta): experiments, iterations, results, settings, and results of legacy experiments.

Vendor document: *Experiments (beta)*, all of its ten operations. Keys (``project_key`` and so on) are the vendor's
string keys. Times are integers, UTC epoch milliseconds, unless a field says otherwise. ``models`` holds what iterations
are made of, such as ``models.IterationInput``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api.launchdarkly import models

from ..._lazy import lazy_names

if TYPE_CHECKING:
    from .client import LaunchDarkly
    from .experiments import Expand, Experiment, Experiments, LifecycleState, ResultKey, Status
    from .legacy import LegacyResults
    from .settings import ExperimentationSettings

__all__ = [
    "Expand",
    "Experiment",
    "ExperimentationSettings",
    "Experiments",
    "LaunchDarkly",
    "LegacyResults",
    "LifecycleState",
    "ResultKey",
    "Status",
    "models",
]

if not TYPE_CHECKING:  # type checkers see the names above, and would accept any other
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "client": ("LaunchDarkly",),
            "experiments": ("Expand", "Experiment", "Experiments", "LifecycleState", "ResultKey", "Status"),
            "legacy": ("LegacyResults",),
            "settings": ("ExperimentationSettings",),
        },
    )

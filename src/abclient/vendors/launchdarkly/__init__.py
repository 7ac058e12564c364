"""LaunchDarkly: experiments, their iterations, settings and results, and what experiments are made of.

Vendor documents: *Experiments (beta)*, and the REST API's edition of October 2026. Keys (``project_key`` and so on) are
the vendor's string keys. Times of experiments and iterations are integers, UTC epoch milliseconds. ``models`` holds
what iterations are made of, such as ``models.IterationInput``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api.launchdarkly import models

from ..._lazy import lazy_names

if TYPE_CHECKING:
    from .client import LaunchDarkly
    from .experiment import Experiment, FieldChange
    from .experiments import Expand, Experiments, LifecycleState, ResultKey, Status
    from .legacy import LegacyResults
    from .project_experiments import ProjectExperiments
    from .settings import ExperimentationSettings

__all__ = [
    "Expand",
    "Experiment",
    "ExperimentationSettings",
    "Experiments",
    "FieldChange",
    "LaunchDarkly",
    "LegacyResults",
    "LifecycleState",
    "ProjectExperiments",
    "ResultKey",
    "Status",
    "models",
]

if not TYPE_CHECKING:  # type checkers see the names above, and would accept any other
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "client": ("LaunchDarkly",),
            "experiment": ("Experiment", "FieldChange"),
            "experiments": ("Expand", "Experiments", "LifecycleState", "ResultKey", "Status"),
            "legacy": ("LegacyResults",),
            "project_experiments": ("ProjectExperiments",),
            "settings": ("ExperimentationSettings",),
        },
    )

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
    from .account import AuditLog, AuditLogEntry, Usage
    from .client import LaunchDarkly
    from .contexts import Context, ContextKind, ContextKinds, Contexts, Evaluation
    from .experiment import Experiment, FieldChange
    from .experiments import Expand, Experiments, LifecycleState, ResultKey, Status
    from .flags import Flag, FlagExpand, Flags
    from .holdouts import Holdout, HoldoutExpand, Holdouts, HoldoutSummary, Layer, Layers
    from .legacy import LegacyResults
    from .metric_events import MetricEvents
    from .metrics import GroupExpand, Metric, MetricExpand, MetricGroup, MetricGroups, Metrics
    from .project_experiments import ProjectExperiments
    from .projects import Environment, Environments, Project, Projects
    from .releases import Release, ReleaseExpand, ReleaseKind, ReleasePolicies, ReleasePolicy, Releases, Resolution
    from .segments import Segment, Segments
    from .settings import ExperimentationSettings

__all__ = [
    "AuditLog",
    "AuditLogEntry",
    "Context",
    "ContextKind",
    "ContextKinds",
    "Contexts",
    "Environment",
    "Environments",
    "Evaluation",
    "Expand",
    "Experiment",
    "ExperimentationSettings",
    "Experiments",
    "FieldChange",
    "Flag",
    "FlagExpand",
    "Flags",
    "GroupExpand",
    "Holdout",
    "HoldoutExpand",
    "HoldoutSummary",
    "Holdouts",
    "LaunchDarkly",
    "Layer",
    "Layers",
    "LegacyResults",
    "LifecycleState",
    "Metric",
    "MetricEvents",
    "MetricExpand",
    "MetricGroup",
    "MetricGroups",
    "Metrics",
    "Project",
    "ProjectExperiments",
    "Projects",
    "Release",
    "ReleaseExpand",
    "ReleaseKind",
    "ReleasePolicies",
    "ReleasePolicy",
    "Releases",
    "Resolution",
    "ResultKey",
    "Segment",
    "Segments",
    "Status",
    "Usage",
    "models",
]

if not TYPE_CHECKING:  # type checkers see the names above, and would accept any other
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "account": (
                "AuditLog",
                "AuditLogEntry",
                "Usage",
            ),
            "client": ("LaunchDarkly",),
            "contexts": (
                "Context",
                "ContextKind",
                "ContextKinds",
                "Contexts",
                "Evaluation",
            ),
            "experiment": (
                "Experiment",
                "FieldChange",
            ),
            "experiments": (
                "Expand",
                "Experiments",
                "LifecycleState",
                "ResultKey",
                "Status",
            ),
            "flags": (
                "Flag",
                "FlagExpand",
                "Flags",
            ),
            "holdouts": (
                "Holdout",
                "HoldoutExpand",
                "HoldoutSummary",
                "Holdouts",
                "Layer",
                "Layers",
            ),
            "legacy": ("LegacyResults",),
            "metric_events": ("MetricEvents",),
            "metrics": (
                "GroupExpand",
                "Metric",
                "MetricExpand",
                "MetricGroup",
                "MetricGroups",
                "Metrics",
            ),
            "project_experiments": ("ProjectExperiments",),
            "projects": (
                "Environment",
                "Environments",
                "Project",
                "Projects",
            ),
            "releases": (
                "Release",
                "ReleaseExpand",
                "ReleaseKind",
                "ReleasePolicies",
                "ReleasePolicy",
                "Releases",
                "Resolution",
            ),
            "segments": (
                "Segment",
                "Segments",
            ),
            "settings": ("ExperimentationSettings",),
        },
    )

"""What Feature Experimentation takes from Optimizely's REST API v2: results of rules, and the projects themselves."""

from __future__ import annotations

from abclient_api.optimizely import models
from abclient_api.optimizely.api import change_history as changes_api
from abclient_api.optimizely.api import results as results_api

from .optimizely._base import PageOptions, plain_pages
from .optimizely._results import Csv, ExperimentBulkOptions, ExperimentSlice, computed, parameters, send_lazily
from .optimizely.projects import Project, Projects
from .optimizely.rows import experiment_results, experiment_timeseries
from .optimizely.targeting import Attributes, Audiences, Events

__all__ = [
    "PACKAGE",
    "Attributes",
    "Audiences",
    "Csv",
    "Events",
    "ExperimentBulkOptions",
    "ExperimentSlice",
    "PageOptions",
    "Project",
    "Projects",
    "changes_api",
    "computed",
    "experiment_results",
    "experiment_timeseries",
    "models",
    "parameters",
    "plain_pages",
    "results_api",
    "send_lazily",
]

PACKAGE = "optimizely"
"""The generated package of REST API v2."""

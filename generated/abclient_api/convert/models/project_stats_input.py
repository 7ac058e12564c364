from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ProjectStatsInput(Body):
    """Figures of a project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "visitor_data": "visitor_data",
        "google_analytics": "google_analytics",
        "usage": "usage",
        "active_segments_count": "active_segments_count",
        "segments_count": "segments_count",
        "experiences_count": "experiences_count",
        "active_experiences_count": "active_experiences_count",
        "active_experiments_count": "active_experiments_count",
        "active_goals_count": "active_goals_count",
        "visitor_insights": "visitor_insights",
    }

    visitor_data: VisitorDataStats | Unset = UNSET
    """Figures about visitor data."""
    google_analytics: GoogleAnalyticsStats | Unset = UNSET
    """What is in use at Google Analytics."""
    usage: TestedUsage | Unset = UNSET
    """How much of the quota is used."""
    active_segments_count: int | Unset = UNSET
    """How many segments are active."""
    segments_count: int | Unset = UNSET
    """How many segments there are."""
    experiences_count: int | Unset = UNSET
    """How many experiences there are."""
    active_experiences_count: int | Unset = UNSET
    """How many experiences are running."""
    active_experiments_count: int | Unset = UNSET
    """How many of the running experiences are tests."""
    active_goals_count: int | Unset = UNSET
    """How many goals are active."""
    visitor_insights: VisitorInsightsStatsInput | Unset = UNSET
    """How much was recorded of visitors' behavior."""


from .google_analytics_stats import GoogleAnalyticsStats
from .tested_usage import TestedUsage
from .visitor_data_stats import VisitorDataStats
from .visitor_insights_stats_input import VisitorInsightsStatsInput

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ProjectStats(Model):
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
    NESTED: ClassVar[Mapping[str, str]] = {
        "visitor_data": "read_visitor_data_stats",
        "google_analytics": "read_google_analytics_stats",
        "usage": "read_tested_usage",
        "visitor_insights": "read_visitor_insights_stats",
    }

    visitor_data: VisitorDataStats | None = None
    """Figures about visitor data."""
    google_analytics: GoogleAnalyticsStats | None = None
    """What is in use at Google Analytics."""
    usage: TestedUsage | None = None
    """How much of the quota is used."""
    active_segments_count: int | None = None
    """How many segments are active."""
    segments_count: int | None = None
    """How many segments there are."""
    experiences_count: int | None = None
    """How many experiences there are."""
    active_experiences_count: int | None = None
    """How many experiences are running."""
    active_experiments_count: int | None = None
    """How many of the running experiences are tests."""
    active_goals_count: int | None = None
    """How many goals are active."""
    visitor_insights: VisitorInsightsStats | None = None
    """How much was recorded of visitors' behavior."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.visitor_data = None if (v := data.get("visitor_data")) is None else read_visitor_data_stats(v)
            self.google_analytics = (
                None if (v := data.get("google_analytics")) is None else read_google_analytics_stats(v)
            )
            self.usage = None if (v := data.get("usage")) is None else read_tested_usage(v)
            self.active_segments_count = data.get("active_segments_count")
            self.segments_count = data.get("segments_count")
            self.experiences_count = data.get("experiences_count")
            self.active_experiences_count = data.get("active_experiences_count")
            self.active_experiments_count = data.get("active_experiments_count")
            self.active_goals_count = data.get("active_goals_count")
            self.visitor_insights = (
                None if (v := data.get("visitor_insights")) is None else read_visitor_insights_stats(v)
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_project_stats: Callable[[Any], ProjectStats] = ProjectStats.from_dict


from .google_analytics_stats import GoogleAnalyticsStats, read_google_analytics_stats
from .tested_usage import TestedUsage, read_tested_usage
from .visitor_data_stats import VisitorDataStats, read_visitor_data_stats
from .visitor_insights_stats import VisitorInsightsStats, read_visitor_insights_stats

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Report(Model):
    """How the variations of an experience perform."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "stats_methodology": "stats_methodology",
        "variations_data": "variations_data",
        "report_data": "reportData",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "variations_data": "list of read_report_variation",
        "report_data": "list of read_goal_report",
    }

    stats_methodology: Literal["frequentist", "bayesian"] | str | None = None
    """Which statistics the figures come from."""
    variations_data: list[ReportVariation] | None = None
    """The variations that the report is about."""
    report_data: list[GoalReport] | None = None
    """The figures, goal by goal; a report on one goal has one entry."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.stats_methodology = data.get("stats_methodology")
            self.variations_data = (
                None
                if (v := data.get("variations_data")) is None
                else [read_report_variation(x0) for x0 in items(v) if x0 is not None]
            )
            self.report_data = (
                None
                if (v := data.get("reportData")) is None
                else [read_goal_report(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .goal_report import GoalReport, read_goal_report
from .report_variation import ReportVariation, read_report_variation

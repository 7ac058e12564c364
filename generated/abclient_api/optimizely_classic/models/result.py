from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Result(Model):
    """Outcome of one variation for one goal, computed with a traditional t-test."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "variation_id": "variation_id",
        "variation_name": "variation_name",
        "goal_id": "goal_id",
        "goal_name": "goal_name",
        "baseline_id": "baseline_id",
        "begin_time": "begin_time",
        "end_time": "end_time",
        "visitors": "visitors",
        "conversions": "conversions",
        "conversion_rate": "conversion_rate",
        "status": "status",
        "improvement": "improvement",
        "difference": "difference",
        "confidence": "confidence",
        "is_revenue": "is_revenue",
        "revenue": "revenue",
        "revenue_per_visitor": "revenue_per_visitor",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "begin_time": to_datetime,
        "end_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    variation_id: str
    """Id of the variation as text; for a multivariate test several ids joined by `_`."""
    variation_name: str | None = None
    """Name of the variation; for a multivariate test several names joined by commas."""
    goal_id: int
    """Id of the goal."""
    goal_name: str | None = None
    """Name of the goal."""
    baseline_id: str | None = None
    """Id, as text, of the variation the others are compared with."""
    begin_time: datetime.datetime | None = None
    """Begin of the period the row covers, UTC."""
    end_time: datetime.datetime | None = None
    """End of the period the row covers, UTC."""
    visitors: int | None = None
    """Visitors who were shown the variation."""
    conversions: int | None = None
    """Visitors among them who converted to the goal."""
    conversion_rate: float | None = None
    """Conversions divided by visitors, as a fraction. Absent for revenue goals."""
    status: Literal["winner", "loser", "inconclusive", "baseline"] | str | None = None
    """Whether the variation won or lost; the baseline always says baseline."""
    improvement: float | None = None
    """Conversion rate relative to the baseline's, minus 1. For revenue goals the same of revenue per visitor."""
    difference: float | None = None
    """Conversion rate minus the baseline's. For revenue goals the same of revenue per visitor."""
    confidence: float | None = None
    """Chance to beat the baseline, as a fraction."""
    is_revenue: bool | None = None
    """Whether the goal is a revenue goal."""
    revenue: float | None = None
    """Total revenue of the variation. Only for revenue goals."""
    revenue_per_visitor: float | None = None
    """Revenue divided by visitors. Only for revenue goals."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.variation_id = data["variation_id"]
            self.variation_name = data.get("variation_name")
            self.goal_id = data["goal_id"]
            self.goal_name = data.get("goal_name")
            self.baseline_id = data.get("baseline_id")
            self.begin_time = None if (v := data.get("begin_time")) is None else to_datetime(v)
            self.end_time = None if (v := data.get("end_time")) is None else to_datetime(v)
            self.visitors = data.get("visitors")
            self.conversions = data.get("conversions")
            self.conversion_rate = data.get("conversion_rate")
            self.status = data.get("status")
            self.improvement = data.get("improvement")
            self.difference = data.get("difference")
            self.confidence = data.get("confidence")
            self.is_revenue = data.get("is_revenue")
            self.revenue = data.get("revenue")
            self.revenue_per_visitor = data.get("revenue_per_visitor")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self

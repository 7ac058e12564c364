from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RevenueData(Model):
    """What visitors of a variation paid."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "revenue_per_visitor": "revenue_per_visitor",
        "total_revenue": "total_revenue",
        "revenue_per_visitor_interval": "revenue_per_visitor_interval",
        "confidence": "confidence",
        "revenue_per_visitor_change": "revenue_per_visitor_change",
        "statistically_significant": "statistically_significant",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    revenue_per_visitor: float | None = None
    """Revenue for each visitor, in the project's currency."""
    total_revenue: float | None = None
    """The revenue in all, in the project's currency."""
    revenue_per_visitor_interval: float | None = None
    """Half of the width of the interval of revenue for each visitor."""
    confidence: float | None = None
    """One minus the p-value, in percent."""
    revenue_per_visitor_change: float | None = None
    """The relative difference to the baseline; 0.2 is 20 % more."""
    statistically_significant: bool | None = None
    """Whether the vendor calls the difference significant."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.revenue_per_visitor = data.get("revenue_per_visitor")
            self.total_revenue = data.get("total_revenue")
            self.revenue_per_visitor_interval = data.get("revenue_per_visitor_interval")
            self.confidence = data.get("confidence")
            self.revenue_per_visitor_change = data.get("revenue_per_visitor_change")
            self.statistically_significant = data.get("statistically_significant")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_revenue_data: Callable[[Any], RevenueData] = RevenueData.from_dict

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RevenueData(Model):
    """Revenue of one variation; for goals that count revenue."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "total_revenue": "total_revenue",
        "revenue_per_visitor": "revenue_per_visitor",
        "revenue_per_visitor_change": "revenue_per_visitor_change",
        "revenue_per_visitor_interval": "revenue_per_visitor_interval",
        "confidence": "confidence",
        "statistically_significant": "statistically_significant",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    total_revenue: float | None = None
    """All revenue, in the project's currency."""
    revenue_per_visitor: float | None = None
    """Revenue per visitor, in the project's currency."""
    revenue_per_visitor_change: float | None = None
    """Difference from the baseline's value, relative to it (0.2 for a fifth more)."""
    revenue_per_visitor_interval: float | None = None
    """Half the width of the value's interval - the value plus and minus this one."""
    confidence: float | None = None
    """Confidence that the difference is real, in percent."""
    statistically_significant: bool | None = None
    """Whether the difference is significant."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.total_revenue = data.get("total_revenue")
            self.revenue_per_visitor = data.get("revenue_per_visitor")
            self.revenue_per_visitor_change = data.get("revenue_per_visitor_change")
            self.revenue_per_visitor_interval = data.get("revenue_per_visitor_interval")
            self.confidence = data.get("confidence")
            self.statistically_significant = data.get("statistically_significant")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_revenue_data: Callable[[Any], RevenueData] = RevenueData.from_dict

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ReportMetric(Model):
    """One metric of one variation on one goal."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "metric_type": "metric_type",
        "metric_total": "metric_total",
        "metric_value": "metric_value",
        "metric_change": "metric_change",
        "metric_interval": "metric_interval",
        "confidence": "confidence",
        "statistically_significant": "statistically_significant",
        "chance_to_win": "chance_to_win",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    metric_type: (
        Literal[
            "conversion_rate",
            "avg_revenue_visitor",
            "avg_products_ordered_visitor",
            "average_order_value",
            "average_products_per_order",
        ]
        | str
        | None
    ) = None
    """Which metric."""
    metric_total: float | None = None
    """The sum behind the value - conversions, revenue or products."""
    metric_value: float | None = None
    """The value; a rate is a fraction (0.05 for 5 percent)."""
    metric_change: float | None = None
    """Difference from the baseline's value, relative to it (0.2 for a fifth more)."""
    metric_interval: float | None = None
    """Half the width of the value's interval."""
    confidence: float | None = None
    """Frequentist - confidence that the difference is real."""
    statistically_significant: bool | None = None
    """Frequentist - whether the difference is significant."""
    chance_to_win: float | None = None
    """Bayesian - probability of being better than the baseline, 0 to 100."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.metric_type = data.get("metric_type")
            self.metric_total = data.get("metric_total")
            self.metric_value = data.get("metric_value")
            self.metric_change = data.get("metric_change")
            self.metric_interval = data.get("metric_interval")
            self.confidence = data.get("confidence")
            self.statistically_significant = data.get("statistically_significant")
            self.chance_to_win = data.get("chance_to_win")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_report_metric: Callable[[Any], ReportMetric] = ReportMetric.from_dict

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ReportMetric(Model):
    """The figures of a variation on a metric. Frequentist and Bayesian statistics have different ones."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "metric_type": "metric_type",
        "confidence": "confidence",
        "statistically_significant": "statistically_significant",
        "estimated_progress": "estimated_progress",
        "remaining_samples": "remaining_samples",
        "normality_conditions_met": "normality_conditions_met",
        "observed_power": "observed_power",
        "powerful": "powerful",
        "done": "done",
        "srm": "srm",
        "srm_pvalue": "srm_pvalue",
        "metric_total": "metric_total",
        "metric_value": "metric_value",
        "metric_change": "metric_change",
        "metric_interval": "metric_interval",
        "chance_to_win": "chance_to_win",
        "expected": "expected",
        "risk": "risk",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "risk": "list of scalar",
    }

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
    """Which metric it is."""
    confidence: float | None = None
    """One minus the p-value, in percent."""
    statistically_significant: bool | None = None
    """Whether the vendor calls the difference significant."""
    estimated_progress: float | None = None
    """How far the sample is on its way to the planned one; the unit is not documented."""
    remaining_samples: int | None = None
    """How many visitors are missing to the planned sample."""
    normality_conditions_met: bool | None = None
    """Whether the sample is large enough for the test."""
    observed_power: float | None = None
    """The power that the data has; the unit is not documented."""
    powerful: bool | None = None
    """Whether the required power is reached."""
    done: bool | None = None
    """Whether the planned sample has been reached."""
    srm: bool | None = None
    """Whether visitors are split otherwise than intended (sample ratio mismatch)."""
    srm_pvalue: float | None = None
    """The p-value of the check of the split."""
    metric_total: int | None = None
    """Conversions, revenue or products of the variation in all."""
    metric_value: float | None = None
    """A rate as a fraction; else an amount or a count for each visitor or order."""
    metric_change: float | None = None
    """The relative difference to the baseline; 0.2 is 20 % more."""
    metric_interval: float | None = None
    """Half of the width of the interval of the value."""
    chance_to_win: float | None = None
    """The probability that the variation is better, from 0 to 100."""
    expected: float | None = None
    """The expected improvement; the unit is not documented."""
    risk: list[float] | None = None
    """The expected losses if the variation is chosen."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.metric_type = data.get("metric_type")
            self.confidence = data.get("confidence")
            self.statistically_significant = data.get("statistically_significant")
            self.estimated_progress = data.get("estimated_progress")
            self.remaining_samples = data.get("remaining_samples")
            self.normality_conditions_met = data.get("normality_conditions_met")
            self.observed_power = data.get("observed_power")
            self.powerful = data.get("powerful")
            self.done = data.get("done")
            self.srm = data.get("srm")
            self.srm_pvalue = data.get("srm_pvalue")
            self.metric_total = data.get("metric_total")
            self.metric_value = data.get("metric_value")
            self.metric_change = data.get("metric_change")
            self.metric_interval = data.get("metric_interval")
            self.chance_to_win = data.get("chance_to_win")
            self.expected = data.get("expected")
            self.risk = None if (v := data.get("risk")) is None else without_nulls(items(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_report_metric: Callable[[Any], ReportMetric] = ReportMetric.from_dict

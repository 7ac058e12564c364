from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentTotalsRep(Model):
    """Totals of one variation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "cumulative_value": "cumulativeValue",
        "cumulative_count": "cumulativeCount",
        "cumulative_impression_count": "cumulativeImpressionCount",
        "cumulative_conversion_rate": "cumulativeConversionRate",
        "cumulative_confidence_interval": "cumulativeConfidenceInterval",
        "p_value": "pValue",
        "improvement": "improvement",
        "min_sample_size": "minSampleSize",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "cumulative_confidence_interval": "read_confidence_interval_rep",
    }

    cumulative_value: float | None = None
    """Sum of the event values."""
    cumulative_count: int | None = None
    """Number of events, or of conversions."""
    cumulative_impression_count: int | None = None
    """Number of impressions."""
    cumulative_conversion_rate: float | None = None
    """Conversions by impressions."""
    cumulative_confidence_interval: ConfidenceIntervalRep | None = None
    """A confidence interval."""
    p_value: float | None = None
    """P value of the difference from the baseline."""
    improvement: float | None = None
    """Difference from the baseline, relative to it."""
    min_sample_size: int | None = None
    """Impressions needed for a significant result."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.cumulative_value = data.get("cumulativeValue")
            self.cumulative_count = data.get("cumulativeCount")
            self.cumulative_impression_count = data.get("cumulativeImpressionCount")
            self.cumulative_conversion_rate = data.get("cumulativeConversionRate")
            self.cumulative_confidence_interval = (
                None if (v := data.get("cumulativeConfidenceInterval")) is None else read_confidence_interval_rep(v)
            )
            self.p_value = data.get("pValue")
            self.improvement = data.get("improvement")
            self.min_sample_size = data.get("minSampleSize")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experiment_totals_rep: Callable[[Any], ExperimentTotalsRep] = ExperimentTotalsRep.from_dict


from .confidence_interval_rep import ConfidenceIntervalRep, read_confidence_interval_rep

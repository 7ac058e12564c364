from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentTimeSeriesVariationSlice(Model):
    """One variation in one slice of time; cumulative figures count from the start."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "value": "value",
        "count": "count",
        "cumulative_value": "cumulativeValue",
        "cumulative_count": "cumulativeCount",
        "conversion_rate": "conversionRate",
        "cumulative_conversion_rate": "cumulativeConversionRate",
        "confidence_interval": "confidenceInterval",
        "cumulative_confidence_interval": "cumulativeConfidenceInterval",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "confidence_interval": "read_confidence_interval_rep",
        "cumulative_confidence_interval": "read_confidence_interval_rep",
    }

    value: float | None = None
    """Sum of the event values in the slice."""
    count: int | None = None
    """Number of events in the slice."""
    cumulative_value: float | None = None
    """Sum of the event values so far."""
    cumulative_count: int | None = None
    """Number of events so far."""
    conversion_rate: float | None = None
    """Conversions by impressions in the slice."""
    cumulative_conversion_rate: float | None = None
    """Conversions by impressions so far."""
    confidence_interval: ConfidenceIntervalRep | None = None
    """Of the figure in the slice."""
    cumulative_confidence_interval: ConfidenceIntervalRep | None = None
    """Of the figure so far."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.value = data.get("value")
            self.count = data.get("count")
            self.cumulative_value = data.get("cumulativeValue")
            self.cumulative_count = data.get("cumulativeCount")
            self.conversion_rate = data.get("conversionRate")
            self.cumulative_conversion_rate = data.get("cumulativeConversionRate")
            self.confidence_interval = (
                None if (v := data.get("confidenceInterval")) is None else read_confidence_interval_rep(v)
            )
            self.cumulative_confidence_interval = (
                None if (v := data.get("cumulativeConfidenceInterval")) is None else read_confidence_interval_rep(v)
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experiment_time_series_variation_slice: Callable[[Any], ExperimentTimeSeriesVariationSlice] = (
    ExperimentTimeSeriesVariationSlice.from_dict
)


from .confidence_interval_rep import ConfidenceIntervalRep, read_confidence_interval_rep

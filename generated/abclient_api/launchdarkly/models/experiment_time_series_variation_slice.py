from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentTimeSeriesVariationSlice(Model):
    """One variation in one slice of time; cumulative figures count from the start.

    Attributes:
        value: Sum of the event values in the slice.
        count: Number of events in the slice.
        cumulative_value: Sum of the event values so far.
        cumulative_count: Number of events so far.
        conversion_rate: Conversions by impressions in the slice.
        cumulative_conversion_rate: Conversions by impressions so far.
        confidence_interval: Of the figure in the slice.
        cumulative_confidence_interval: Of the figure so far.
    """

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

    value: float | None = None
    count: int | None = None
    cumulative_value: float | None = None
    cumulative_count: int | None = None
    conversion_rate: float | None = None
    cumulative_conversion_rate: float | None = None
    confidence_interval: ConfidenceIntervalRep | None = None
    cumulative_confidence_interval: ConfidenceIntervalRep | None = None

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = cls.__new__(cls)
        try:
            get = data.get
            self.value = get("value")
            self.count = get("count")
            self.cumulative_value = get("cumulativeValue")
            self.cumulative_count = get("cumulativeCount")
            self.conversion_rate = get("conversionRate")
            self.cumulative_conversion_rate = get("cumulativeConversionRate")
            self.confidence_interval = (
                None if (v := get("confidenceInterval")) is None else ConfidenceIntervalRep.from_dict(v)
            )
            self.cumulative_confidence_interval = (
                None if (v := get("cumulativeConfidenceInterval")) is None else ConfidenceIntervalRep.from_dict(v)
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .confidence_interval_rep import ConfidenceIntervalRep

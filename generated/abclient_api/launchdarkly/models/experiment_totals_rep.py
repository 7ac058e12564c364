from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentTotalsRep(Model):
    """Totals of one variation.

    Attributes:
        cumulative_value: Sum of the event values.
        cumulative_count: Number of events, or of conversions.
        cumulative_impression_count: Number of impressions.
        cumulative_conversion_rate: Conversions by impressions.
        cumulative_confidence_interval: A confidence interval.
        p_value: P value of the difference from the baseline.
        improvement: Difference from the baseline, relative to it.
        min_sample_size: Impressions needed for a significant result.
    """

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

    cumulative_value: float | None = None
    cumulative_count: int | None = None
    cumulative_impression_count: int | None = None
    cumulative_conversion_rate: float | None = None
    cumulative_confidence_interval: ConfidenceIntervalRep | None = None
    p_value: float | None = None
    improvement: float | None = None
    min_sample_size: int | None = None

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = cls.__new__(cls)
        try:
            get = data.get
            self.cumulative_value = get("cumulativeValue")
            self.cumulative_count = get("cumulativeCount")
            self.cumulative_impression_count = get("cumulativeImpressionCount")
            self.cumulative_conversion_rate = get("cumulativeConversionRate")
            self.cumulative_confidence_interval = (
                None if (v := get("cumulativeConfidenceInterval")) is None else ConfidenceIntervalRep.from_dict(v)
            )
            self.p_value = get("pValue")
            self.improvement = get("improvement")
            self.min_sample_size = get("minSampleSize")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .confidence_interval_rep import ConfidenceIntervalRep

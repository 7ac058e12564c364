from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Datapoint(Model):
    """A difference from the baseline with its statistics."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "confidence_interval": "confidence_interval",
        "confidence_interval_scaled": "confidence_interval_scaled",
        "end_of_epoch": "end_of_epoch",
        "is_most_conclusive": "is_most_conclusive",
        "is_significant": "is_significant",
        "lift_status": "lift_status",
        "significance": "significance",
        "value": "value",
        "value_scaled": "value_scaled",
        "visitors_remaining": "visitors_remaining",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "confidence_interval": "list of scalar",
        "confidence_interval_scaled": "list of scalar",
    }

    confidence_interval: list[float] | None = None
    """The interval of the difference, low then high. It is off zero where the result is significant."""
    confidence_interval_scaled: list[float] | None = None
    """The interval scaled by the baseline's rate, low then high."""
    end_of_epoch: bool | None = None
    """Whether an epoch of the statistics ended here."""
    is_most_conclusive: bool | None = None
    """Whether this is the metric's winner."""
    is_significant: bool | None = None
    """Whether the significance is above the threshold."""
    lift_status: Literal["equal", "better", "worse"] | str | None = None
    """Better or worse than the baseline, the metric's winning direction considered."""
    significance: float | None = None
    """Likelihood, from 0 to 1, that the difference is not chance."""
    value: float | None = None
    """Estimated improvement over the baseline."""
    value_scaled: float | None = None
    """The improvement scaled by the baseline's rate."""
    visitors_remaining: int | None = None
    """Estimate of the visitors still needed; 9223372036854775807 means not available."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.confidence_interval = (
                None if (v := data.get("confidence_interval")) is None else without_nulls(items(v))
            )
            self.confidence_interval_scaled = (
                None if (v := data.get("confidence_interval_scaled")) is None else without_nulls(items(v))
            )
            self.end_of_epoch = data.get("end_of_epoch")
            self.is_most_conclusive = data.get("is_most_conclusive")
            self.is_significant = data.get("is_significant")
            self.lift_status = data.get("lift_status")
            self.significance = data.get("significance")
            self.value = data.get("value")
            self.value_scaled = data.get("value_scaled")
            self.visitors_remaining = data.get("visitors_remaining")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_datapoint: Callable[[Any], Datapoint] = Datapoint.from_dict

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentTimeSeriesSlice(Model):
    """One slice of time. The vendor writes these two names with capitals."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "time": "Time",
        "variation_data": "VariationData",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "variation_data": "list of read_experiment_time_series_variation_slice",
    }

    time: int | None = None
    """Start of the slice, in UTC epoch milliseconds."""
    variation_data: list[ExperimentTimeSeriesVariationSlice] | None = None
    """One entry per variation."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.time = data.get("Time")
            self.variation_data = (
                None
                if (v := data.get("VariationData")) is None
                else [read_experiment_time_series_variation_slice(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experiment_time_series_slice: Callable[[Any], ExperimentTimeSeriesSlice] = ExperimentTimeSeriesSlice.from_dict


from .experiment_time_series_variation_slice import (
    ExperimentTimeSeriesVariationSlice,
    read_experiment_time_series_variation_slice,
)

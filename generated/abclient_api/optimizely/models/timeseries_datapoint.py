from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class TimeseriesDatapoint(Model):
    """Figures of one variation for one metric up to a moment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "lift": "lift",
        "rate": "rate",
        "samples": "samples",
        "time": "time",
        "value": "value",
        "variance": "variance",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "lift": "read_datapoint",
    }

    lift: Datapoint | None = None
    """A difference from the baseline with its statistics."""
    rate: float | None = None
    """Numerator divided by denominator."""
    samples: float | None = None
    """The denominator, e.g. the number of visitors."""
    time: datetime.datetime | None = None
    """The moment, UTC."""
    value: float | None = None
    """The numerator, e.g. the number of conversions."""
    variance: float | None = None
    """Variance of the rate."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.lift = None if (v := data.get("lift")) is None else read_datapoint(v)
            self.rate = data.get("rate")
            self.samples = data.get("samples")
            self.time = None if (v := data.get("time")) is None else to_datetime(v)
            self.value = data.get("value")
            self.variance = data.get("variance")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_timeseries_datapoint: Callable[[Any], TimeseriesDatapoint] = TimeseriesDatapoint.from_dict


from .datapoint import Datapoint, read_datapoint

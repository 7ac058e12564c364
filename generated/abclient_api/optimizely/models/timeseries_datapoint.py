from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class TimeseriesDatapoint(Model):
    """Figures of one variation for one metric up to a moment.

    Attributes:
        lift: A difference from the baseline with its statistics.
        rate: Numerator divided by denominator.
        samples: The denominator, e.g. the number of visitors.
        time: The moment, UTC.
        value: The numerator, e.g. the number of conversions.
        variance: Variance of the rate.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "lift": "lift",
        "rate": "rate",
        "samples": "samples",
        "time": "time",
        "value": "value",
        "variance": "variance",
    }

    lift: Datapoint | None = None
    rate: float | None = None
    samples: float | None = None
    time: datetime.datetime | None = None
    value: float | None = None
    variance: float | None = None

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = cls.__new__(cls)
        try:
            get = data.get
            self.lift = None if (v := get("lift")) is None else Datapoint.from_dict(v)
            self.rate = get("rate")
            self.samples = get("samples")
            self.time = None if (v := get("time")) is None else to_datetime(v)
            self.value = get("value")
            self.variance = get("variance")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .datapoint import Datapoint

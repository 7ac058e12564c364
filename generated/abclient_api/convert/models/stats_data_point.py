from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    from_epoch_seconds,
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class StatsDataPoint(Model):
    """A value of a day."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "timestamp": "timestamp",
        "value": "value",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "timestamp": from_epoch_seconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "timestamp": to_epoch_seconds,
    }

    timestamp: datetime.datetime | None = None
    """The start of the day, in UTC."""
    value: float | None = None
    """The value."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.timestamp = None if (v := data.get("timestamp")) is None else from_epoch_seconds(v)
            self.value = data.get("value")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_stats_data_point: Callable[[Any], StatsDataPoint] = StatsDataPoint.from_dict

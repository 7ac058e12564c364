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
class DailyFigure(Model):
    """One day of one variation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "timestamp": "timestamp",
        "value": "value",
        "totals": "totals",
        "visitors": "visitors",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "timestamp": from_epoch_seconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "timestamp": to_epoch_seconds,
    }

    timestamp: datetime.datetime | None = None
    """Start of the day, in UTC. On the wire Unix seconds."""
    value: float | None = None
    """The metric's value on that day."""
    totals: float | None = None
    """The sum behind the value - conversions, revenue or products."""
    visitors: float | None = None
    """How many visitors saw the variation."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.timestamp = None if (v := data.get("timestamp")) is None else from_epoch_seconds(v)
            self.value = data.get("value")
            self.totals = data.get("totals")
            self.visitors = data.get("visitors")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_daily_figure: Callable[[Any], DailyFigure] = DailyFigure.from_dict

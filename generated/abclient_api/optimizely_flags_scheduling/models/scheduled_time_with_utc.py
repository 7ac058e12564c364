from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ScheduledTimeWithUTC(Model):
    """A time in a time zone, and in UTC."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "time": "time",
        "time_zone": "time_zone",
        "date": "date",
        "utc_time": "utc_time",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    time: str | None = None
    """Hour and minute, such as `20:14`."""
    time_zone: str | None = None
    """Name of the time zone, such as `Europe/Berlin`."""
    date: str | None = None
    """Day, such as `2026-11-30`."""
    utc_time: str | None = None
    """The same moment in UTC."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.time = data.get("time")
            self.time_zone = data.get("time_zone")
            self.date = data.get("date")
            self.utc_time = data.get("utc_time")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_scheduled_time_with_utc: Callable[[Any], ScheduledTimeWithUTC] = ScheduledTimeWithUTC.from_dict

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Schedule(Model):
    """When an experiment starts and stops by itself."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "start_time": "start_time",
        "stop_time": "stop_time",
        "time_zone": "time_zone",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    start_time: str | None = None
    """When it starts, ISO 8601 date or date-time in `time_zone`, rounded to the minute; a date means 00:00."""
    stop_time: str | None = None
    """When it stops, ISO 8601 date or date-time in `time_zone`, rounded to the minute; a date means 00:00."""
    time_zone: str | None = None
    """IANA name of the time zone, e.g. America/New_York. The vendor's default: 'UTC'."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.start_time = data.get("start_time")
            self.stop_time = data.get("stop_time")
            self.time_zone = data.get("time_zone")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_schedule: Callable[[Any], Schedule] = Schedule.from_dict

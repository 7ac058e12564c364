from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ScheduleInput(Body):
    """When an experiment is to start and stop by itself."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "start_time": "start_time",
        "stop_time": "stop_time",
        "time_zone": "time_zone",
    }

    start_time: str | Unset = UNSET
    """When it starts, ISO 8601 date or date-time in `time_zone`, rounded to the minute; a date means 00:00."""
    stop_time: str | Unset = UNSET
    """When it stops, ISO 8601 date or date-time in `time_zone`, rounded to the minute; a date means 00:00."""
    time_zone: str | Unset = UNSET
    """IANA name of the time zone, e.g. America/New_York; GMT offsets are refused. The vendor's default: 'UTC'."""

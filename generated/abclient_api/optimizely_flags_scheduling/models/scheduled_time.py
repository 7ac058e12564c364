from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class ScheduledTime(Body):
    """A time in a time zone."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "time": "time",
        "time_zone": "time_zone",
        "date": "date",
    }

    time: str
    """Hour and minute, such as `20:14`."""
    time_zone: str
    """Name of the time zone, such as `Europe/Berlin`."""
    date: str
    """Day, such as `2026-11-30`."""

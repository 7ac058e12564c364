from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ScheduleUpdate(Body):
    """Times of a schedule to change. At least one of the two is required."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "start_time": "start_time",
        "stop_time": "stop_time",
    }

    start_time: datetime.datetime | None | Unset = UNSET
    """When the experiment shall start, UTC, written like `2015-01-01T08:00:00Z`; null takes it away."""
    stop_time: datetime.datetime | None | Unset = UNSET
    """When the experiment shall stop, UTC, written like `2015-01-01T08:00:00Z`; null takes it away."""

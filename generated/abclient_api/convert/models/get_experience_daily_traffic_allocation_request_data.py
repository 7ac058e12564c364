from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset
from ..._wire import (
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True)
class GetExperienceDailyTrafficAllocationRequestData(Body):
    """What the report is about."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "utc_offset": "utc_offset",
        "start_time": "start_time",
        "end_time": "end_time",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_time": to_epoch_seconds,
        "end_time": to_epoch_seconds,
    }

    utc_offset: int | Unset = UNSET
    """How far the days of the report are ahead of UTC, in seconds. The vendor's default: 0."""
    start_time: datetime.datetime | None | Unset = UNSET
    """From when on data counts, in Unix seconds; null for the whole run."""
    end_time: datetime.datetime | None | Unset = UNSET
    """Until when data counts, in Unix seconds; null for now."""

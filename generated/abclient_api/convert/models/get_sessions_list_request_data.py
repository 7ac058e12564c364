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
class GetSessionsListRequestData(Body):
    """Which sessions, and which page of them."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "start_time": "start_time",
        "end_time": "end_time",
        "utc_offset": "utc_offset",
        "tags": "tags",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_time": to_epoch_seconds,
        "end_time": to_epoch_seconds,
    }

    start_time: datetime.datetime | None | Unset = UNSET
    """Only sessions from this time on, in Unix seconds."""
    end_time: datetime.datetime | None | Unset = UNSET
    """Only sessions until this time, in Unix seconds."""
    utc_offset: int | Unset = UNSET
    """How far the times are ahead of UTC, in seconds. The vendor's default: 0."""
    tags: dict[str, str] | None | Unset = UNSET
    """Only sessions with these tags of the recording service, by name."""

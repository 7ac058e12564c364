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
class ReportPeriod(Body):
    """The period that a report covers. Both ends are optional."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "start_timestamp": "start_timestamp",
        "end_timestamp": "end_timestamp",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_timestamp": to_epoch_seconds,
        "end_timestamp": to_epoch_seconds,
    }

    start_timestamp: datetime.datetime | Unset = UNSET
    """Start of the period; left out, from the experience's start. On the wire Unix seconds."""
    end_timestamp: datetime.datetime | Unset = UNSET
    """End of the period; left out, until now. On the wire Unix seconds."""

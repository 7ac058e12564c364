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
class ScreenshotInfoInput(Body):
    """When a screenshot of a variation was taken."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "variation_id": "variation_id",
        "in_progress_since": "in_progress_since",
        "last_taken_screenshot_time": "last_taken_screenshot_time",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "in_progress_since": to_epoch_seconds,
        "last_taken_screenshot_time": to_epoch_seconds,
    }

    variation_id: float | Unset = UNSET
    """The variation, by id."""
    in_progress_since: datetime.datetime | None | Unset = UNSET
    """Since when one is being taken."""
    last_taken_screenshot_time: datetime.datetime | None | Unset = UNSET
    """When the last one was taken."""

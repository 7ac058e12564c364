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
class ScreenshotInfo(Model):
    """When a screenshot of a variation was taken."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "variation_id": "variation_id",
        "in_progress_since": "in_progress_since",
        "last_taken_screenshot_time": "last_taken_screenshot_time",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "in_progress_since": from_epoch_seconds,
        "last_taken_screenshot_time": from_epoch_seconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "in_progress_since": to_epoch_seconds,
        "last_taken_screenshot_time": to_epoch_seconds,
    }

    variation_id: float | None = None
    """The variation, by id."""
    in_progress_since: datetime.datetime | None = None
    """Since when one is being taken."""
    last_taken_screenshot_time: datetime.datetime | None = None
    """When the last one was taken."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.variation_id = data.get("variation_id")
            self.in_progress_since = None if (v := data.get("in_progress_since")) is None else from_epoch_seconds(v)
            self.last_taken_screenshot_time = (
                None if (v := data.get("last_taken_screenshot_time")) is None else from_epoch_seconds(v)
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_screenshot_info: Callable[[Any], ScreenshotInfo] = ScreenshotInfo.from_dict

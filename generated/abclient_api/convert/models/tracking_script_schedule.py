from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class TrackingScriptSchedule(Model):
    """When new versions of a script are applied."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "day": "day",
        "time": "time",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    day: int | None = None
    """The day of the week, from 1 to 7."""
    time: str | None = None
    """The time of day."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.day = data.get("day")
            self.time = data.get("time")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_tracking_script_schedule: Callable[[Any], TrackingScriptSchedule] = TrackingScriptSchedule.from_dict

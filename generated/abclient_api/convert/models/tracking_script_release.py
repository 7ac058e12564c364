from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class TrackingScriptRelease(Model):
    """How new versions of a script are applied."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "automatic_apply_on": "automatic_apply_on",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "automatic_apply_on": "read_tracking_script_schedule",
    }

    type: Literal["manual", "latest", "scheduled"] | str | None = None
    """The type."""
    automatic_apply_on: TrackingScriptSchedule | None = None
    """When new versions are applied."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.type = data.get("type")
            self.automatic_apply_on = (
                None if (v := data.get("automatic_apply_on")) is None else read_tracking_script_schedule(v)
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_tracking_script_release: Callable[[Any], TrackingScriptRelease] = TrackingScriptRelease.from_dict


from .tracking_script_schedule import TrackingScriptSchedule, read_tracking_script_schedule

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    from_epoch_milliseconds,
    to_epoch_milliseconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ReleaseStep(Model):
    """A step of a release."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "step_index": "stepIndex",
        "allocation": "allocation",
        "duration_millis": "durationMillis",
        "started_at": "startedAt",
        "ended_at": "endedAt",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "started_at": from_epoch_milliseconds,
        "ended_at": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "started_at": to_epoch_milliseconds,
        "ended_at": to_epoch_milliseconds,
    }

    step_index: int | None = None
    """Index of the step, from 0."""
    allocation: int | None = None
    """Share of traffic for the target variation, in thousandths of a percent."""
    duration_millis: int | None = None
    """How long the step lasts, in milliseconds."""
    started_at: datetime.datetime | None = None
    """When it started."""
    ended_at: datetime.datetime | None = None
    """When it ended."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.step_index = data.get("stepIndex")
            self.allocation = data.get("allocation")
            self.duration_millis = data.get("durationMillis")
            self.started_at = None if (v := data.get("startedAt")) is None else from_epoch_milliseconds(v)
            self.ended_at = None if (v := data.get("endedAt")) is None else from_epoch_milliseconds(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_release_step: Callable[[Any], ReleaseStep] = ReleaseStep.from_dict

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Schedule(Model):
    """Planned start and stop of an experiment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "experiment_id": "experiment_id",
        "status": "status",
        "start_time": "start_time",
        "stop_time": "stop_time",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_time": to_datetime,
        "stop_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: int
    """Unique id of the schedule. Read-only."""
    experiment_id: int | None = None
    """Experiment the schedule belongs to; on creation it is named by the path. Read-only. Required when it is
    created."""
    status: Literal["ACTIVE", "INACTIVE"] | str | None = None
    """ACTIVE for the current schedule, INACTIVE for former ones. Read-only."""
    start_time: datetime.datetime | None = None
    """When the experiment starts, UTC, or null."""
    stop_time: datetime.datetime | None = None
    """When the experiment stops, UTC, or null."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.experiment_id = data.get("experiment_id")
            self.status = data.get("status")
            self.start_time = None if (v := data.get("start_time")) is None else to_datetime(v)
            self.stop_time = None if (v := data.get("stop_time")) is None else to_datetime(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self

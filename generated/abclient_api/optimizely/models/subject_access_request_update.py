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
class SubjectAccessRequestUpdate(Model):
    """The fields of a subject access request to change."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "completed_at_time": "completed_at_time",
        "export_location": "export_location",
        "processing_started_time": "processing_started_time",
        "status": "status",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "completed_at_time": to_datetime,
        "processing_started_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    completed_at_time: datetime.datetime | None = None
    """When it was completed, UTC."""
    export_location: str | None = None
    """Where the data was exported to."""
    processing_started_time: datetime.datetime | None = None
    """When processing started, UTC."""
    status: Literal["pending", "processing", "completed", "failure"] | str | None = None
    """State of the request."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.completed_at_time = None if (v := data.get("completed_at_time")) is None else to_datetime(v)
            self.export_location = data.get("export_location")
            self.processing_started_time = (
                None if (v := data.get("processing_started_time")) is None else to_datetime(v)
            )
            self.status = data.get("status")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self

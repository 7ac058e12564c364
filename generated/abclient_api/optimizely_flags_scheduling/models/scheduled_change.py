from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ScheduledChange(Model):
    """Actions that are done at a later time."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "account_id": "account_id",
        "project_id": "project_id",
        "flag_key": "flag_key",
        "environment": "environment",
        "actions": "actions",
        "schedule": "schedule",
        "status": "status",
        "completed_at": "completed_at",
        "updated_at": "updated_at",
        "created_at": "created_at",
        "updated_by": "updated_by",
        "created_by": "created_by",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "completed_at": to_datetime,
        "updated_at": to_datetime,
        "created_at": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "actions": "list of read_schedule_action",
        "schedule": "read_scheduled_time_with_utc",
    }

    id: int
    """Number of the scheduled change."""
    account_id: int | None = None
    """Account of the project."""
    project_id: int | None = None
    """Project of the flag."""
    flag_key: str | None = None
    """Key of the flag."""
    environment: str | None = None
    """Key of the environment."""
    actions: list[ScheduleAction] | None = None
    """What is done."""
    schedule: ScheduledTimeWithUTC | None = None
    """When it is due."""
    status: str | None = None
    """State, in capitals, such as `PENDING`."""
    completed_at: datetime.datetime | None = None
    """When it was done."""
    updated_at: datetime.datetime | None = None
    """When it was last changed."""
    created_at: datetime.datetime | None = None
    """When it was made."""
    updated_by: str | None = None
    """Who last changed it."""
    created_by: str | None = None
    """Who made it."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.account_id = data.get("account_id")
            self.project_id = data.get("project_id")
            self.flag_key = data.get("flag_key")
            self.environment = data.get("environment")
            self.actions = (
                None
                if (v := data.get("actions")) is None
                else [read_schedule_action(x0) for x0 in items(v) if x0 is not None]
            )
            self.schedule = None if (v := data.get("schedule")) is None else read_scheduled_time_with_utc(v)
            self.status = data.get("status")
            self.completed_at = None if (v := data.get("completed_at")) is None else to_datetime(v)
            self.updated_at = None if (v := data.get("updated_at")) is None else to_datetime(v)
            self.created_at = None if (v := data.get("created_at")) is None else to_datetime(v)
            self.updated_by = data.get("updated_by")
            self.created_by = data.get("created_by")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_scheduled_change: Callable[[Any], ScheduledChange] = ScheduledChange.from_dict


from .schedule_action import ScheduleAction, read_schedule_action
from .scheduled_time_with_utc import ScheduledTimeWithUTC, read_scheduled_time_with_utc

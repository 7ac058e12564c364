from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class ScheduledChangeCreateRequest(Body):
    """Actions to be done at a later time."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "account_id": "account_id",
        "actions": "actions",
        "schedule": "schedule",
        "environment": "environment",
    }

    account_id: int
    """Account of the project."""
    actions: list[ScheduleActionInput]
    """What to do."""
    schedule: ScheduledTime
    """When to do it, between about two minutes and 90 days from now."""
    environment: str
    """Key of the environment."""


from .schedule_action_input import ScheduleActionInput
from .scheduled_time import ScheduledTime

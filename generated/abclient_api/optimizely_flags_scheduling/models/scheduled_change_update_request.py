from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ScheduledChangeUpdateRequest(Body):
    """What is to be different."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "actions": "actions",
        "schedule": "schedule",
        "environment": "environment",
    }

    actions: list[ScheduleActionInput] | Unset = UNSET
    """What to do, in place of the actions before."""
    schedule: ScheduledTime | Unset = UNSET
    """When to do it."""
    environment: str | Unset = UNSET
    """Key of the environment."""


from .schedule_action_input import ScheduleActionInput
from .scheduled_time import ScheduledTime

from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

from ..._models import Model
from .schedule_action_input import ScheduleActionInput
from .scheduled_time import ScheduledTime


class ScheduledChangeCreateRequestFields(TypedDict, total=False):
    """Actions to be done at a later time.

    The fields of ``ScheduledChangeCreateRequest``, by keyword.
    """

    account_id: Required[int]
    """Account of the project."""
    actions: Required[Sequence[ScheduleActionInput | Model | Mapping[str, Any]]]
    """What to do."""
    schedule: Required[ScheduledTime | Model | Mapping[str, Any]]
    """When to do it, between about two minutes and 90 days from now."""
    environment: Required[str]
    """Key of the environment."""

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from ..._models import Model
from .schedule_action_input import ScheduleActionInput
from .scheduled_time import ScheduledTime


class ScheduledChangeUpdateRequestFields(TypedDict, total=False):
    """What is to be different.

    The fields of ``ScheduledChangeUpdateRequest``, by keyword.
    """

    actions: Sequence[ScheduleActionInput | Model | Mapping[str, Any]]
    """What to do, in place of the actions before."""
    schedule: ScheduledTime | Model | Mapping[str, Any]
    """When to do it."""
    environment: str
    """Key of the environment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class ScheduleActionInput(Body):
    """What to do at a later time."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "subject": "subject",
        "changed_element": "changed_element",
        "value": "value",
    }

    subject: ScheduleSubjectInput
    """The flag or the rule to change."""
    changed_element: Literal["status", "percentage_included", "audience_conditions"]
    """What of it to change."""
    value: Any
    """`on` or `off` for a status, basis points for a percentage_included, a nested list or text for
    audience_conditions."""


from .schedule_subject_input import ScheduleSubjectInput

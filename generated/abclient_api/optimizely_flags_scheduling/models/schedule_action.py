from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ScheduleAction(Model):
    """What is done at a later time."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "subject": "subject",
        "changed_element": "changed_element",
        "value": "value",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "subject": "read_schedule_subject",
    }

    subject: ScheduleSubject | None = None
    """The flag or the rule that is changed."""
    changed_element: Literal["status", "percentage_included", "audience_conditions"] | str | None = None
    """What of it is changed."""
    value: Any = None
    """`on` or `off` for a status, basis points for a percentage_included, a nested list or text for
    audience_conditions."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.subject = None if (v := data.get("subject")) is None else read_schedule_subject(v)
            self.changed_element = data.get("changed_element")
            self.value = data.get("value")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_schedule_action: Callable[[Any], ScheduleAction] = ScheduleAction.from_dict


from .schedule_subject import ScheduleSubject, read_schedule_subject

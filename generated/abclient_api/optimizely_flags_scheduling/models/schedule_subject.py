from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ScheduleSubject(Model):
    """A flag or a rule."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "type": "type",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    key: str | None = None
    """Key of the flag or of the rule."""
    type: Literal["flag", "rule"] | str | None = None
    """Which of them."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data.get("key")
            self.type = data.get("type")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_schedule_subject: Callable[[Any], ScheduleSubject] = ScheduleSubject.from_dict

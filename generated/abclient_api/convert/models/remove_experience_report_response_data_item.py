from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RemoveExperienceReportResponseDataItem(Model):
    """How many events of a type there are, or were removed."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "event": "event",
        "count": "count",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    event: Literal["view_experience", "conversion", "transaction"] | str | None = None
    """What happened."""
    count: int | None = None
    """How many events there are, or were removed."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.event = data.get("event")
            self.count = data.get("count")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_remove_experience_report_response_data_item: Callable[[Any], RemoveExperienceReportResponseDataItem] = (
    RemoveExperienceReportResponseDataItem.from_dict
)

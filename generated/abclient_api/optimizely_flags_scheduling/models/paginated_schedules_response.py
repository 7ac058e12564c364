from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class PaginatedSchedulesResponse(Model):
    """A page of scheduled changes."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "items": "items",
        "total": "total",
        "has_more": "has_more",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "items": "list of read_scheduled_change",
    }

    items: list[ScheduledChange] | None = None
    """What the page holds."""
    total: int | None = None
    """How many there are on all pages."""
    has_more: bool | None = None
    """Whether there is a further page."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.items = (
                None
                if (v := data.get("items")) is None
                else [read_scheduled_change(x0) for x0 in items(v) if x0 is not None]
            )
            self.total = data.get("total")
            self.has_more = data.get("has_more")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .scheduled_change import ScheduledChange, read_scheduled_change

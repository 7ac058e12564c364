from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class TrackedItem(Model):
    """Elements and their event."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "selector": "selector",
        "event": "event",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    selector: str | None = None
    """The CSS selector of elements."""
    event: str | None = None
    """The event."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.selector = data.get("selector")
            self.event = data.get("event")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_tracked_item: Callable[[Any], TrackedItem] = TrackedItem.from_dict

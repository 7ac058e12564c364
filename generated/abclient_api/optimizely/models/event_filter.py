from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class EventFilter(Model):
    """How older answers describe the elements of a click event; now `config`."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "filter_type": "filter_type",
        "selector": "selector",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    filter_type: str | None = None
    """How the elements are found, e.g. target_selector."""
    selector: str | None = None
    """CSS selector of the elements whose clicks count."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.filter_type = data.get("filter_type")
            self.selector = data.get("selector")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_event_filter: Callable[[Any], EventFilter] = EventFilter.from_dict

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class LocationTrigger(Model):
    """When a location is looked at; which fields it has depends on the type."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "selector": "selector",
        "events": "events",
        "js": "js",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "events": "list of scalar",
    }

    type: Literal["upon_run", "manual", "dom_element", "callback"] | str | None = None
    """When it is: as soon as the script runs, by a call, by an event of an element, or by a callback."""
    selector: str | None = None
    """Of `dom_element`: the CSS selector of the elements."""
    events: list[Literal["click", "hover", "in_view", "change"] | str] | None = None
    """Of `dom_element`: which of their events."""
    js: str | None = None
    """Of `callback`: the JavaScript that decides."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.type = data.get("type")
            self.selector = data.get("selector")
            self.events = None if (v := data.get("events")) is None else without_nulls(items(v))
            self.js = data.get("js")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_location_trigger: Callable[[Any], LocationTrigger] = LocationTrigger.from_dict

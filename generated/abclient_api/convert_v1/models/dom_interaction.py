from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class DomInteraction(Model):
    """An event on elements of the page."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "selector": "selector",
        "event": "event",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    selector: str | None = None
    """Which elements; a CSS selector."""
    event: str | None = None
    """Which event of theirs, such as click."""

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


read_dom_interaction: Callable[[Any], DomInteraction] = DomInteraction.from_dict

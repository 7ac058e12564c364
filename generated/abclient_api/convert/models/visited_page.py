from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VisitedPage(Model):
    """A page that was visited."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "url": "url",
        "duration": "duration",
        "timestamp": "timestamp",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    url: str | None = None
    """The address."""
    duration: int | None = None
    """How long it was seen; the unit is not documented."""
    timestamp: int | None = None
    """When it was visited; the unit is not documented."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.url = data.get("url")
            self.duration = data.get("duration")
            self.timestamp = data.get("timestamp")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_visited_page: Callable[[Any], VisitedPage] = VisitedPage.from_dict

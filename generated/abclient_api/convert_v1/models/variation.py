from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Variation(Model):
    """One version of the page."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "id": "id",
        "url": "url",
        "js": "js",
        "customjs": "customjs",
        "css": "css",
        "percentage": "percentage",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    name: str | None = None
    """The variation's name."""
    id: str | None = None
    """The variation's id. Read-only."""
    url: str | None = None
    """The page to send visitors to, in split_url experiences."""
    js: str | None = None
    """JavaScript from the visual editor, or written by hand in its manner."""
    customjs: str | None = None
    """JavaScript written for this variation."""
    css: str | None = None
    """CSS that the variation loads."""
    percentage: float | None = None
    """Its share of the traffic, in percent; optional."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.name = data.get("name")
            self.id = data.get("id")
            self.url = data.get("url")
            self.js = data.get("js")
            self.customjs = data.get("customjs")
            self.css = data.get("css")
            self.percentage = data.get("percentage")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_variation: Callable[[Any], Variation] = Variation.from_dict

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Link(Model):
    """A link to another resource or page."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "href": "href",
        "type": "type",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    href: str | None = None
    """Path and query, relative to the host."""
    type: str | None = None
    """Media type of what the link leads to."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.href = data.get("href")
            self.type = data.get("type")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_link: Callable[[Any], Link] = Link.from_dict

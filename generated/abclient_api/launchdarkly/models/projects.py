from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Projects(Model):
    """A page of projects."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "links": "_links",
        "items": "items",
        "total_count": "totalCount",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
        "items": "list of read_project",
    }

    links: dict[str, Link] | None = None
    """Links by name."""
    items: list[Project] | None = None
    """The items of this page."""
    total_count: int | None = None
    """How many items there are, over all pages."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.items = (
                None if (v := data.get("items")) is None else [read_project(x0) for x0 in items(v) if x0 is not None]
            )
            self.total_count = data.get("totalCount")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .link import Link, read_link
from .project import Project, read_project

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Rules(Model):
    """A page of rules."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "items": "items",
        "page": "page",
        "total_count": "total_count",
        "total_pages": "total_pages",
        "url": "url",
        "next_url": "next_url",
        "prev_url": "prev_url",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "items": "list of read_rule",
        "next_url": "list of scalar",
        "prev_url": "list of scalar",
    }

    count: int | None = None
    """How many there are on this page."""
    items: list[Rule] | None = None
    """What the page holds."""
    page: int | None = None
    """Number of this page, from 1."""
    total_count: int | None = None
    """How many there are on all pages."""
    total_pages: int | None = None
    """How many pages there are."""
    url: str | None = None
    """Path of the object itself, below the base address."""
    next_url: list[str] | None = None
    """Paths of the following pages, the nearest first, as many as page_window says; absent on the last page."""
    prev_url: list[str] | None = None
    """Paths of the pages before, the nearest first."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.count = data.get("count")
            self.items = (
                None if (v := data.get("items")) is None else [read_rule(x0) for x0 in items(v) if x0 is not None]
            )
            self.page = data.get("page")
            self.total_count = data.get("total_count")
            self.total_pages = data.get("total_pages")
            self.url = data.get("url")
            self.next_url = None if (v := data.get("next_url")) is None else without_nulls(items(v))
            self.prev_url = None if (v := data.get("prev_url")) is None else without_nulls(items(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .rule import Rule, read_rule

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Environments(Model):
    """A page of environments."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "filter_url": "filter_url",
        "first_url": "first_url",
        "items": "items",
        "last_url": "last_url",
        "next_url": "next_url",
        "page": "page",
        "prev_url": "prev_url",
        "reset_url": "reset_url",
        "total_count": "total_count",
        "total_pages": "total_pages",
        "url": "url",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "items": "list of read_environment",
        "next_url": "list of scalar",
        "prev_url": "list of scalar",
    }

    count: int | None = None
    """How many there are on this page."""
    filter_url: str | None = None
    """Template of the path with a filter."""
    first_url: str | None = None
    """Path of the first page."""
    items: list[Environment] | None = None
    """What the page holds."""
    last_url: str | None = None
    """Path of the last page."""
    next_url: list[str] | None = None
    """Paths of the following pages, the nearest first, as many as page_window says; absent on the last page."""
    page: int | None = None
    """Number of this page, from 1."""
    prev_url: list[str] | None = None
    """Paths of the pages before, the nearest first."""
    reset_url: str | None = None
    """Path of the list without filter and order."""
    total_count: int | None = None
    """How many there are on all pages."""
    total_pages: int | None = None
    """How many pages there are."""
    url: str | None = None
    """Path of the object itself, below the base address."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.count = data.get("count")
            self.filter_url = data.get("filter_url")
            self.first_url = data.get("first_url")
            self.items = (
                None
                if (v := data.get("items")) is None
                else [read_environment(x0) for x0 in items(v) if x0 is not None]
            )
            self.last_url = data.get("last_url")
            self.next_url = None if (v := data.get("next_url")) is None else without_nulls(items(v))
            self.page = data.get("page")
            self.prev_url = None if (v := data.get("prev_url")) is None else without_nulls(items(v))
            self.reset_url = data.get("reset_url")
            self.total_count = data.get("total_count")
            self.total_pages = data.get("total_pages")
            self.url = data.get("url")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .environment import Environment, read_environment

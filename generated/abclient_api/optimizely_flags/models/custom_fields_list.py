from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class CustomFieldsList(Model):
    """A page of custom fields."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "first_url": "first_url",
        "items": "items",
        "last_url": "last_url",
        "next_url": "next_url",
        "page": "page",
        "prev_url": "prev_url",
        "total_count": "total_count",
        "total_pages": "total_pages",
        "url": "url",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "items": "list of read_custom_field",
    }

    count: int | None = None
    """How many there are on this page."""
    first_url: str | None = None
    """Path of the first page."""
    items: list[CustomField] | None = None
    """What the page holds."""
    last_url: str | None = None
    """Path of the last page."""
    next_url: str | None = None
    """Path of the next page; absent on the last one. Other lists have a list of paths here."""
    page: int | None = None
    """Number of this page, from 1."""
    prev_url: str | None = None
    """Path of the page before."""
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
            self.first_url = data.get("first_url")
            self.items = (
                None
                if (v := data.get("items")) is None
                else [read_custom_field(x0) for x0 in items(v) if x0 is not None]
            )
            self.last_url = data.get("last_url")
            self.next_url = data.get("next_url")
            self.page = data.get("page")
            self.prev_url = data.get("prev_url")
            self.total_count = data.get("total_count")
            self.total_pages = data.get("total_pages")
            self.url = data.get("url")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .custom_field import CustomField, read_custom_field

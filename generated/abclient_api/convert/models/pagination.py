from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Pagination(Model):
    """Where in a list a page is."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "current_page": "current_page",
        "items_count": "items_count",
        "items_per_page": "items_per_page",
        "pages_count": "pages_count",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    current_page: int | None = None
    """The number of this page, from 1."""
    items_count: int | None = None
    """How many items the whole list has."""
    items_per_page: int | None = None
    """How many items a page has."""
    pages_count: int | None = None
    """How many pages there are."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.current_page = data.get("current_page")
            self.items_count = data.get("items_count")
            self.items_per_page = data.get("items_per_page")
            self.pages_count = data.get("pages_count")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_pagination: Callable[[Any], Pagination] = Pagination.from_dict

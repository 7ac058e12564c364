from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class UserPermissionsForEntityTypeResponse(Model):
    """A page of the roles of a user."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "items": "items",
        "total": "total",
        "total_pages": "total_pages",
        "page": "page",
        "first_url": "first_url",
        "last_url": "last_url",
        "next_url": "next_url",
        "prev_url": "prev_url",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "items": "list of read_user_permission_item",
        "next_url": "list of scalar",
        "prev_url": "list of scalar",
    }

    items: list[UserPermissionItem] | None = None
    """What the page holds."""
    total: int | None = None
    """How many there are on all pages."""
    total_pages: int | None = None
    """How many pages there are."""
    page: int | None = None
    """Number of this page, from 1."""
    first_url: str | None = None
    """Path of the first page."""
    last_url: str | None = None
    """Path of the last page."""
    next_url: list[str] | None = None
    """Paths of the following pages, the nearest first."""
    prev_url: list[str] | None = None
    """Paths of the pages before, the nearest first."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.items = (
                None
                if (v := data.get("items")) is None
                else [read_user_permission_item(x0) for x0 in items(v) if x0 is not None]
            )
            self.total = data.get("total")
            self.total_pages = data.get("total_pages")
            self.page = data.get("page")
            self.first_url = data.get("first_url")
            self.last_url = data.get("last_url")
            self.next_url = None if (v := data.get("next_url")) is None else without_nulls(items(v))
            self.prev_url = None if (v := data.get("prev_url")) is None else without_nulls(items(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .user_permission_item import UserPermissionItem, read_user_permission_item

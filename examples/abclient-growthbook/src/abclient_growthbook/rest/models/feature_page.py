from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, items, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FeaturePage(Model):
    """A page of features."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "features": "features",
        "limit": "limit",
        "offset": "offset",
        "count": "count",
        "total": "total",
        "has_more": "hasMore",
        "next_offset": "nextOffset",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "features": "list of read_feature",
    }

    features: list[Feature] | None = None
    """What the page holds."""
    limit: int | None = None
    """How many items it has at most."""
    offset: int | None = None
    """How many items come before it."""
    count: int | None = None
    """How many items it has."""
    total: int | None = None
    """How many items there are on all pages."""
    has_more: bool | None = None
    """Whether a page follows."""
    next_offset: int | None = None
    """Offset of the page that follows."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.features = (
                None if (v := data.get("features")) is None else [read_feature(x0) for x0 in items(v) if x0 is not None]
            )
            self.limit = data.get("limit")
            self.offset = data.get("offset")
            self.count = data.get("count")
            self.total = data.get("total")
            self.has_more = data.get("hasMore")
            self.next_offset = data.get("nextOffset")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .feature import Feature, read_feature

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class HoldoutsCollectionRep(Model):
    """A page of holdouts."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "items": "items",
        "links": "_links",
        "total_count": "total_count",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "items": "list of read_simple_holdout_rep",
        "links": "map of read_link",
    }

    items: list[SimpleHoldoutRep] | None = None
    """The items of this page."""
    links: dict[str, Link] | None = None
    """Links by name."""
    total_count: int | None = None
    """How many items there are, over all pages."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.items = (
                None
                if (v := data.get("items")) is None
                else [read_simple_holdout_rep(x0) for x0 in items(v) if x0 is not None]
            )
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.total_count = data.get("total_count")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .link import Link, read_link
from .simple_holdout_rep import SimpleHoldoutRep, read_simple_holdout_rep

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Contexts(Model):
    """A page of contexts."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "links": "_links",
        "total_count": "totalCount",
        "environment_id": "_environmentId",
        "continuation_token": "continuationToken",
        "items": "items",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
        "items": "list of read_context_record",
    }

    links: dict[str, Link] | None = None
    """Links by name."""
    total_count: int | None = None
    """How many items there are, over all pages."""
    environment_id: str | None = None
    """Id of the environment."""
    continuation_token: str | None = None
    """Where the next page starts; absent on the last one."""
    items: list[ContextRecord] | None = None
    """The items of this page."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.total_count = data.get("totalCount")
            self.environment_id = data.get("_environmentId")
            self.continuation_token = data.get("continuationToken")
            self.items = (
                None
                if (v := data.get("items")) is None
                else [read_context_record(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .context_record import ContextRecord, read_context_record
from .link import Link, read_link

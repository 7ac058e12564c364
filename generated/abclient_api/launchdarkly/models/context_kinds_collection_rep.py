from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ContextKindsCollectionRep(Model):
    """The kinds of contexts of a project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "items": "items",
        "links": "_links",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "items": "list of read_context_kind_rep",
        "links": "map of read_link",
    }

    items: list[ContextKindRep] | None = None
    """All kinds of contexts of the project."""
    links: dict[str, Link] | None = None
    """Links by name."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.items = (
                None
                if (v := data.get("items")) is None
                else [read_context_kind_rep(x0) for x0 in items(v) if x0 is not None]
            )
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .context_kind_rep import ContextKindRep, read_context_kind_rep
from .link import Link, read_link

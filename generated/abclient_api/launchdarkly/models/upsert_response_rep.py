from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class UpsertResponseRep(Model):
    """What became of it."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "status": "status",
        "links": "_links",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
    }

    status: str | None = None
    """Whether it was created or updated."""
    links: dict[str, Link] | None = None
    """Links by name."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.status = data.get("status")
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .link import Link, read_link

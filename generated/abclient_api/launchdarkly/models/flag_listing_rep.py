from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FlagListingRep(Model):
    """A flag that uses something."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "key": "key",
        "links": "_links",
        "site": "_site",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
        "site": "read_link",
    }

    name: str | None = None
    """A name for people."""
    key: str | None = None
    """Its key."""
    links: dict[str, Link] | None = None
    """Links by name."""
    site: Link | None = None
    """Link to it in the vendor's user interface."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.name = data.get("name")
            self.key = data.get("key")
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.site = None if (v := data.get("_site")) is None else read_link(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_flag_listing_rep: Callable[[Any], FlagListingRep] = FlagListingRep.from_dict


from .link import Link, read_link

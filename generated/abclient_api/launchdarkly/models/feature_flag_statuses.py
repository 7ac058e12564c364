from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FeatureFlagStatuses(Model):
    """Whether the flags of an environment are in use."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "links": "_links",
        "items": "items",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
        "items": "list of read_flag_status_rep",
    }

    links: dict[str, Link] | None = None
    """Links by name."""
    items: list[FlagStatusRep] | None = None
    """The statuses of all flags."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.items = (
                None
                if (v := data.get("items")) is None
                else [read_flag_status_rep(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .flag_status_rep import FlagStatusRep, read_flag_status_rep
from .link import Link, read_link

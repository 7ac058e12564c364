from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Environments(Model):
    """A page of environments."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "links": "_links",
        "total_count": "totalCount",
        "items": "items",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
        "items": "list of read_environment",
    }

    links: dict[str, Link] | None = None
    """Links by name."""
    total_count: int | None = None
    """How many items there are, over all pages."""
    items: list[Environment] | None = None
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
            self.items = (
                None
                if (v := data.get("items")) is None
                else [read_environment(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_environments: Callable[[Any], Environments] = Environments.from_dict


from .environment import Environment, read_environment
from .link import Link, read_link

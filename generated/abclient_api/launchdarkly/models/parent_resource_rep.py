from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ParentResourceRep(Model):
    """The resource that another one belongs to."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "links": "_links",
        "name": "name",
        "resource": "resource",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
    }

    links: dict[str, Link] | None = None
    """Links by name."""
    name: str | None = None
    """A name for people."""
    resource: str | None = None
    """Resource specifier."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.name = data.get("name")
            self.resource = data.get("resource")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_parent_resource_rep: Callable[[Any], ParentResourceRep] = ParentResourceRep.from_dict


from .link import Link, read_link

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class TargetResourceRep(Model):
    """What was changed."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "links": "_links",
        "name": "name",
        "resources": "resources",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
        "resources": "list of scalar",
    }

    links: dict[str, Link] | None = None
    """Links by name."""
    name: str | None = None
    """A name for people."""
    resources: list[str] | None = None
    """Resource specifiers that the statement is about."""

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
            self.resources = None if (v := data.get("resources")) is None else without_nulls(items(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_target_resource_rep: Callable[[Any], TargetResourceRep] = TargetResourceRep.from_dict


from .link import Link, read_link

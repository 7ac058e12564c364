from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class DependentMetricGroupRep(Model):
    """A group of metrics that a metric is in."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
        "kind": "kind",
        "links": "_links",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
    }

    key: str | None = None
    """Its key."""
    name: str | None = None
    """A name for people."""
    kind: Literal["funnel", "standard"] | str | None = None
    """Its kind."""
    links: dict[str, Link] | None = None
    """Links by name."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data.get("key")
            self.name = data.get("name")
            self.kind = data.get("kind")
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_dependent_metric_group_rep: Callable[[Any], DependentMetricGroupRep] = DependentMetricGroupRep.from_dict


from .link import Link, read_link

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class DependentMetricGroupRepWithMetrics(Model):
    """A group of metrics of an iteration, with its metrics."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
        "kind": "kind",
        "links": "_links",
        "metrics": "metrics",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
        "metrics": "list of read_metric_in_group_rep",
    }

    key: str
    """Its key."""
    name: str | None = None
    """A name for people."""
    kind: Literal["funnel", "standard"] | str | None = None
    """Its kind."""
    links: dict[str, Link] | None = None
    """Links by name."""
    metrics: list[MetricInGroupRep] | None = None
    """The metrics of the group."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data["key"]
            self.name = data.get("name")
            self.kind = data.get("kind")
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.metrics = (
                None
                if (v := data.get("metrics")) is None
                else [read_metric_in_group_rep(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_dependent_metric_group_rep_with_metrics: Callable[[Any], DependentMetricGroupRepWithMetrics] = (
    DependentMetricGroupRepWithMetrics.from_dict
)


from .link import Link, read_link
from .metric_in_group_rep import MetricInGroupRep, read_metric_in_group_rep

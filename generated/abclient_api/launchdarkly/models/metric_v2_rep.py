from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MetricV2Rep(Model):
    """A metric that an iteration measures."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
        "kind": "kind",
        "is_group": "isGroup",
        "metrics": "metrics",
        "analysis_type": "analysisType",
        "links": "_links",
    }

    key: str
    """The metric's key."""
    name: str | None = None
    """A name for people."""
    kind: Literal["pageview", "click", "custom"] | str | None = None
    """What kind of event it measures, or what kind of group it is."""
    is_group: bool | None = None
    """Whether it is a group of metrics, which has no results of its own."""
    metrics: list[MetricInGroupRep] | None = None
    """The metrics of a group."""
    analysis_type: Literal["mean", "percentile"] | str | None = None
    """What of its values is looked at."""
    links: dict[str, Link] | None = None
    """Links by name."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data["key"]
            self.name = data.get("name")
            self.kind = data.get("kind")
            self.is_group = data.get("isGroup")
            self.metrics = (
                None
                if (v := data.get("metrics")) is None
                else [read_metric_in_group_rep(x0) for x0 in items(v) if x0 is not None]
            )
            self.analysis_type = data.get("analysisType")
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_metric_v2_rep: Callable[[Any], MetricV2Rep] = MetricV2Rep.from_dict


from .link import Link, read_link
from .metric_in_group_rep import MetricInGroupRep, read_metric_in_group_rep

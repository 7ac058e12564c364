from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class DependentMetricOrMetricGroupRep(Model):
    """A metric, or a group of metrics, of an iteration."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "version_id": "_versionId",
        "name": "name",
        "kind": "kind",
        "is_numeric": "isNumeric",
        "event_key": "eventKey",
        "links": "_links",
        "is_group": "isGroup",
        "metrics": "metrics",
        "analysis_type": "analysisType",
        "analysis_unit": "analysisUnit",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
        "metrics": "list of read_metric_in_group_rep",
    }

    key: str
    """Its key."""
    version_id: str | None = None
    """Id of its version."""
    name: str | None = None
    """A name for people."""
    kind: Literal["pageview", "click", "custom", "trace", "funnel", "standard"] | str | None = None
    """Its kind."""
    is_numeric: bool | None = None
    """Whether its events have a value."""
    event_key: str | None = None
    """Key of the events that it measures."""
    links: dict[str, Link] | None = None
    """Links by name."""
    is_group: bool | None = None
    """Whether it is a group of metrics, which has no results of its own."""
    metrics: list[MetricInGroupRep] | None = None
    """The metrics of the group, if it is one."""
    analysis_type: Literal["mean", "percentile"] | str | None = None
    """What of its values is looked at."""
    analysis_unit: str | None = None
    """The unit whose values are aggregated, where it is another than the randomization unit."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data["key"]
            self.version_id = data.get("_versionId")
            self.name = data.get("name")
            self.kind = data.get("kind")
            self.is_numeric = data.get("isNumeric")
            self.event_key = data.get("eventKey")
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.is_group = data.get("isGroup")
            self.metrics = (
                None
                if (v := data.get("metrics")) is None
                else [read_metric_in_group_rep(x0) for x0 in items(v) if x0 is not None]
            )
            self.analysis_type = data.get("analysisType")
            self.analysis_unit = data.get("analysisUnit")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_dependent_metric_or_metric_group_rep: Callable[[Any], DependentMetricOrMetricGroupRep] = (
    DependentMetricOrMetricGroupRep.from_dict
)


from .link import Link, read_link
from .metric_in_group_rep import MetricInGroupRep, read_metric_in_group_rep

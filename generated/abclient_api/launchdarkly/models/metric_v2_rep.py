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
        "version_id": "_versionId",
        "name": "name",
        "kind": "kind",
        "is_numeric": "isNumeric",
        "unit_aggregation_type": "unitAggregationType",
        "analysis_type": "analysisType",
        "event_key": "eventKey",
        "analysis_unit": "analysisUnit",
        "is_group": "isGroup",
        "metrics": "metrics",
        "links": "_links",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "metrics": "list of read_metric_in_group_rep",
        "links": "map of read_link",
    }

    key: str
    """The metric's key."""
    version_id: str | None = None
    """Id of its version. Since 15.0.0."""
    name: str | None = None
    """A name for people."""
    kind: Literal["pageview", "click", "custom", "trace"] | str | None = None
    """What kind of event it measures, or what kind of group it is."""
    is_numeric: bool | None = None
    """Whether its events have a value. Since 15.0.0."""
    unit_aggregation_type: Literal["sum", "average", "count_distinct"] | str | None = None
    """How several events of one unit become one value. Since 17.0.0."""
    analysis_type: Literal["mean", "percentile"] | str | None = None
    """What of its values is looked at. Since 23.0.0."""
    event_key: str | None = None
    """Key of the events that it measures. Since 18.0.0."""
    analysis_unit: str | None = None
    """The unit whose values are aggregated, where it is another than the randomization unit. Since 24.0.0."""
    is_group: bool | None = None
    """Whether it is a group of metrics, which has no results of its own."""
    metrics: list[MetricInGroupRep] | None = None
    """The metrics of a group."""
    links: dict[str, Link] | None = None
    """Links by name."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data["key"]
            self.version_id = data.get("_versionId")
            self.name = data.get("name")
            self.kind = data.get("kind")
            self.is_numeric = data.get("isNumeric")
            self.unit_aggregation_type = data.get("unitAggregationType")
            self.analysis_type = data.get("analysisType")
            self.event_key = data.get("eventKey")
            self.analysis_unit = data.get("analysisUnit")
            self.is_group = data.get("isGroup")
            self.metrics = (
                None
                if (v := data.get("metrics")) is None
                else [read_metric_in_group_rep(x0) for x0 in items(v) if x0 is not None]
            )
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

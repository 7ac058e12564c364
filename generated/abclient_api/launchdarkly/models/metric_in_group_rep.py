from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MetricInGroupRep(Model):
    """A metric of a group of metrics."""

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
        "links": "_links",
        "name_in_group": "nameInGroup",
        "randomization_units": "randomizationUnits",
        "analysis_units": "analysisUnits",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
        "randomization_units": "list of scalar",
        "analysis_units": "list of scalar",
    }

    key: str
    """Its key."""
    version_id: str | None = None
    """Id of its version."""
    name: str | None = None
    """A name for people."""
    kind: Literal["pageview", "click", "custom", "trace"] | str | None = None
    """Its kind."""
    is_numeric: bool | None = None
    """Whether its events have a value."""
    unit_aggregation_type: Literal["sum", "average", "count_distinct"] | str | None = None
    """How several events of one unit become one value."""
    analysis_type: Literal["mean", "percentile"] | str | None = None
    """What of its values is looked at."""
    event_key: str | None = None
    """Key of the events that it measures."""
    analysis_unit: str | None = None
    """The unit whose values are aggregated, where it is another than the randomization unit."""
    links: dict[str, Link] | None = None
    """Links by name."""
    name_in_group: str | None = None
    """The metric's name in the group."""
    randomization_units: list[str] | None = None
    """The units that it can be measured by."""
    analysis_units: list[str] | None = None
    """The units that it can be analysed by."""

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
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.name_in_group = data.get("nameInGroup")
            self.randomization_units = (
                None if (v := data.get("randomizationUnits")) is None else without_nulls(items(v))
            )
            self.analysis_units = None if (v := data.get("analysisUnits")) is None else without_nulls(items(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_metric_in_group_rep: Callable[[Any], MetricInGroupRep] = MetricInGroupRep.from_dict


from .link import Link, read_link

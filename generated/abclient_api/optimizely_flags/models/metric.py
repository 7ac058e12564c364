from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Metric(Model):
    """What an experiment measures, in the words of REST API v2."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "aggregator": "aggregator",
        "display_title": "display_title",
        "display_unit": "display_unit",
        "event_id": "event_id",
        "event_properties": "event_properties",
        "event_type": "event_type",
        "field": "field",
        "metrics": "metrics",
        "project_id": "project_id",
        "scope": "scope",
        "visibility": "visibility",
        "winning_direction": "winning_direction",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "event_properties": "read_metric_event_properties",
        "metrics": "list of read_sub_metric",
    }

    id: str | None = None
    """Identifier of the metric in the metrics hub."""
    aggregator: Literal["unique", "count", "sum", "ratio"] | str | None = None
    """How events become a number: visitors or sessions that have one, their count, the sum of a field, or a
    ratio of two metrics."""
    display_title: str | None = None
    """Title shown in place of the event's name."""
    display_unit: str | None = None
    """Unit shown."""
    event_id: int | None = None
    """Event that is measured; absent for all revenue."""
    event_properties: MetricEventProperties | None = None
    """Only events with these properties."""
    event_type: str | None = None
    """Kind of the event, such as `custom`."""
    field: Literal["revenue", "value"] | str | None = None
    """What is summed."""
    metrics: list[SubMetric] | None = None
    """Numerator and denominator of a ratio."""
    project_id: int | None = None
    """Project that it belongs to."""
    scope: Literal["session", "visitor", "event"] | str | None = None
    """What one unit is."""
    visibility: Literal["account", "experiment", "project"] | str | None = None
    """Who sees the metric in the metrics hub."""
    winning_direction: Literal["increasing", "decreasing"] | str | None = None
    """Which change is the better one."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.aggregator = data.get("aggregator")
            self.display_title = data.get("display_title")
            self.display_unit = data.get("display_unit")
            self.event_id = data.get("event_id")
            self.event_properties = (
                None if (v := data.get("event_properties")) is None else read_metric_event_properties(v)
            )
            self.event_type = data.get("event_type")
            self.field = data.get("field")
            self.metrics = (
                None
                if (v := data.get("metrics")) is None
                else [read_sub_metric(x0) for x0 in items(v) if x0 is not None]
            )
            self.project_id = data.get("project_id")
            self.scope = data.get("scope")
            self.visibility = data.get("visibility")
            self.winning_direction = data.get("winning_direction")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_metric: Callable[[Any], Metric] = Metric.from_dict


from .metric_event_properties import MetricEventProperties, read_metric_event_properties
from .sub_metric import SubMetric, read_sub_metric

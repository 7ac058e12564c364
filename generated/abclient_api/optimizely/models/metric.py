from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Metric(Model):
    """What an experiment or campaign measures."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "aggregator": "aggregator",
        "display_title": "display_title",
        "event_id": "event_id",
        "event_properties": "event_properties",
        "field": "field",
        "metrics": "metrics",
        "scope": "scope",
        "time_window": "time_window",
        "winning_direction": "winning_direction",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "event_properties": "read_metric_event_properties",
        "metrics": "list of read_compound_sub_metric",
    }

    aggregator: Literal["unique", "count", "sum", "bounce", "exit", "ratio"] | str | None = None
    """How the numerator is made: `unique` visitors or sessions with the event, `count` of events, `sum` of
    `field`, `bounce` or `exit` rate of a page, or `ratio` of those in `metrics`."""
    display_title: str | None = None
    """Title shown for the metric."""
    event_id: int | None = None
    """Event counted, or the page for `bounce` and `exit`. Absent or null for metrics over all events, such as
    overall revenue."""
    event_properties: MetricEventProperties | None = None
    """Narrows a metric to events with certain properties."""
    field: Literal["revenue", "value"] | str | None = None
    """What is summed; needed with `sum`."""
    metrics: list[CompoundSubMetric] | None = None
    """The parts of a `ratio` metric."""
    scope: Literal["session", "visitor", "event"] | str | None = None
    """The denominator: sessions, visitors, or impressions of the event."""
    time_window: str | None = None
    """Time window the metric is limited to."""
    winning_direction: Literal["increasing", "decreasing"] | str | None = None
    """Whether more or less of it is better."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.aggregator = data.get("aggregator")
            self.display_title = data.get("display_title")
            self.event_id = data.get("event_id")
            self.event_properties = (
                None if (v := data.get("event_properties")) is None else read_metric_event_properties(v)
            )
            self.field = data.get("field")
            self.metrics = (
                None
                if (v := data.get("metrics")) is None
                else [read_compound_sub_metric(x0) for x0 in items(v) if x0 is not None]
            )
            self.scope = data.get("scope")
            self.time_window = data.get("time_window")
            self.winning_direction = data.get("winning_direction")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_metric: Callable[[Any], Metric] = Metric.from_dict


from .compound_sub_metric import CompoundSubMetric, read_compound_sub_metric
from .metric_event_properties import MetricEventProperties, read_metric_event_properties

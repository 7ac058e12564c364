from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Metrics(Model):
    """A metric kept by itself, for use in several experiments."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "account_id": "account_id",
        "aggregator": "aggregator",
        "archived": "archived",
        "description": "description",
        "display_title": "display_title",
        "display_unit": "display_unit",
        "event_id": "event_id",
        "event_properties": "event_properties",
        "event_type": "event_type",
        "field": "field",
        "metrics": "metrics",
        "name": "name",
        "project_id": "project_id",
        "scope": "scope",
        "time_window": "time_window",
        "winning_direction": "winning_direction",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "event_properties": "read_metric_event_properties",
        "metrics": "list of read_compound_sub_metric",
    }

    account_id: int | None = None
    """The account."""
    aggregator: Literal["unique", "count", "sum", "bounce", "exit", "ratio"] | str | None = None
    """How the numerator is made: `unique` visitors or sessions with the event, `count` of events, `sum` of
    `field`, `bounce` or `exit` rate of a page, or `ratio` of those in `metrics`. The vendor's default:
    'unique'."""
    archived: bool | None = None
    """Whether the metric is archived. The vendor's default: False."""
    description: str | None = None
    """What the metric is."""
    display_title: str | None = None
    """Title shown."""
    display_unit: str | None = None
    """Unit shown."""
    event_id: int | None = None
    """Event counted; null over all events."""
    event_properties: MetricEventProperties | None = None
    """Narrows a metric to events with certain properties."""
    event_type: Literal["custom", "click", "pageview"] | str | None = None
    """Kind of the event."""
    field: Literal["revenue", "value", "session_duration"] | str | None = None
    """What is summed; needed with `sum`."""
    metrics: list[CompoundSubMetric] | None = None
    """The parts of a `ratio` metric."""
    name: str | None = None
    """Name of the metric."""
    project_id: int | None = None
    """Project the metric belongs to."""
    scope: Literal["session", "visitor", "event"] | str | None = None
    """The denominator: sessions, visitors, or impressions of the event. The vendor's default: 'visitor'."""
    time_window: str | None = None
    """Time window the metric is limited to."""
    winning_direction: Literal["increasing", "decreasing"] | str | None = None
    """Whether more or less of it is better. The vendor's default: 'increasing'."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.account_id = data.get("account_id")
            self.aggregator = data.get("aggregator")
            self.archived = data.get("archived")
            self.description = data.get("description")
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
                else [read_compound_sub_metric(x0) for x0 in items(v) if x0 is not None]
            )
            self.name = data.get("name")
            self.project_id = data.get("project_id")
            self.scope = data.get("scope")
            self.time_window = data.get("time_window")
            self.winning_direction = data.get("winning_direction")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .compound_sub_metric import CompoundSubMetric, read_compound_sub_metric
from .metric_event_properties import MetricEventProperties, read_metric_event_properties

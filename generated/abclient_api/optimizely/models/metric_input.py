from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class MetricInput(Body):
    """What an experiment or campaign is to measure.

    Attributes:
        aggregator: How the numerator is made: `unique` visitors or sessions with the event, `count` of events,
            `sum` of `field`, `bounce` or `exit` rate of a page, or `ratio` of those in `metrics`.
        event_id: Event counted, or the page for `bounce` and `exit`. Absent or null for metrics over all events,
            such as overall revenue.
        event_properties: Narrows a metric to events with certain properties.
        field: What is summed; needed with `sum`.
        metrics: The parts of a `ratio` metric.
        scope: The denominator: sessions, visitors, or impressions of the event.
        time_window: Time window the metric is limited to.
        winning_direction: Whether more or less of it is better.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "aggregator": "aggregator",
        "event_id": "event_id",
        "event_properties": "event_properties",
        "field": "field",
        "metrics": "metrics",
        "scope": "scope",
        "time_window": "time_window",
        "winning_direction": "winning_direction",
    }

    aggregator: Literal["unique", "count", "sum", "bounce", "exit", "ratio"] | Unset = UNSET
    event_id: int | None | Unset = UNSET
    event_properties: MetricEventProperties | Unset = UNSET
    field: Literal["revenue", "value"] | Unset = UNSET
    metrics: list[CompoundSubMetricInput] | Unset = UNSET
    scope: Literal["session", "visitor", "event"] | Unset = UNSET
    time_window: str | Unset = UNSET
    winning_direction: Literal["increasing", "decreasing"] | Unset = UNSET


from .compound_sub_metric_input import CompoundSubMetricInput
from .metric_event_properties import MetricEventProperties

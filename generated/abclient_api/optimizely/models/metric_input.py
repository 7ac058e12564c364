from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class MetricInput(Body):
    """What an experiment or campaign is to measure."""

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

    aggregator: Literal["unique", "count", "sum", "bounce", "exit", "ratio"] | Unset = UNSET
    """How the numerator is made: `unique` visitors or sessions with the event, `count` of events, `sum` of
    `field`, `bounce` or `exit` rate of a page, or `ratio` of those in `metrics`."""
    display_title: str | Unset = UNSET
    """Title shown for the metric."""
    event_id: int | None | Unset = UNSET
    """Event counted, or the page for `bounce` and `exit`. Absent or null for metrics over all events, such as
    overall revenue."""
    event_properties: MetricEventProperties | Unset = UNSET
    """Narrows a metric to events with certain properties."""
    field: Literal["revenue", "value"] | Unset = UNSET
    """What is summed; needed with `sum`."""
    metrics: list[CompoundSubMetricInput] | Unset = UNSET
    """The parts of a `ratio` metric."""
    scope: Literal["session", "visitor", "event"] | Unset = UNSET
    """The denominator: sessions, visitors, or impressions of the event."""
    time_window: str | Unset = UNSET
    """Time window the metric is limited to."""
    winning_direction: Literal["increasing", "decreasing"] | Unset = UNSET
    """Whether more or less of it is better."""


from .compound_sub_metric_input import CompoundSubMetricInput
from .metric_event_properties import MetricEventProperties

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class MetricInput(Body):
    """What is to be measured, in the words of REST API v2."""

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

    id: str | Unset = UNSET
    """Identifier of the metric in the metrics hub."""
    aggregator: Literal["unique", "count", "sum", "ratio"]
    """How events become a number: visitors or sessions that have one, their count, the sum of a field, or a
    ratio of two metrics."""
    display_title: str | Unset = UNSET
    """Title shown in place of the event's name."""
    display_unit: str | Unset = UNSET
    """Unit shown."""
    event_id: int | Unset = UNSET
    """Event that is measured; absent for all revenue."""
    event_properties: MetricEventPropertiesInput | Unset = UNSET
    """Only events with these properties."""
    event_type: str | Unset = UNSET
    """Kind of the event, such as `custom`."""
    field: Literal["revenue", "value"] | None | Unset = UNSET
    """What is summed."""
    metrics: list[SubMetricInput] | Unset = UNSET
    """Numerator and denominator of a ratio."""
    project_id: int | Unset = UNSET
    """Project that it belongs to."""
    scope: Literal["session", "visitor", "event"] | Unset = UNSET
    """What one unit is."""
    visibility: Literal["account", "experiment", "project"] | Unset = UNSET
    """Who sees the metric in the metrics hub."""
    winning_direction: Literal["increasing", "decreasing"]
    """Which change is the better one."""


from .metric_event_properties_input import MetricEventPropertiesInput
from .sub_metric_input import SubMetricInput

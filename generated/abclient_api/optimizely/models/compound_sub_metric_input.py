from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class CompoundSubMetricInput(Body):
    """One part of a ratio metric to set."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "aggregator": "aggregator",
        "event_id": "event_id",
        "event_type": "event_type",
        "field": "field",
        "scope": "scope",
    }

    aggregator: Literal["unique", "count", "sum"] | Unset = UNSET
    """How the part is made, as in a metric. The vendor's default: 'unique'."""
    event_id: int | None | Unset = UNSET
    """Event counted; null over all events."""
    event_type: Literal["custom", "click", "pageview"] | Unset = UNSET
    """Kind of the event."""
    field: Literal["revenue", "value"] | None | Unset = UNSET
    """What is summed; needed with `sum`."""
    scope: Literal["session", "visitor", "event"] | Unset = UNSET
    """The denominator. The vendor's default: 'visitor'."""

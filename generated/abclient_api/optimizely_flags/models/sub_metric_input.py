from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class SubMetricInput(Body):
    """Part of a ratio."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "aggregator": "aggregator",
        "event_id": "event_id",
        "event_type": "event_type",
        "field": "field",
        "role": "role",
        "scope": "scope",
    }

    aggregator: str | Unset = UNSET
    """How events become a number."""
    event_id: int | Unset = UNSET
    """Event that is measured; absent for all revenue."""
    event_type: str | Unset = UNSET
    """Kind of the event, such as `custom`."""
    field: str | None | Unset = UNSET
    """What is summed."""
    role: Literal["numerator", "denominator"] | Unset = UNSET
    """Which part of the ratio it is."""
    scope: str | Unset = UNSET
    """What one unit is."""

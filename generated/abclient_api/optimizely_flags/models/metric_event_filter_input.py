from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class MetricEventFilterInput(Body):
    """Conditions on properties of an event."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "combine_operator": "combine_operator",
        "conditions": "conditions",
    }

    combine_operator: Literal["or", "and"] | Unset = UNSET
    """Whether all or any must hold."""
    conditions: list[EventPropertyConditionInput] | Unset = UNSET
    """Conditions on properties."""


from .event_property_condition_input import EventPropertyConditionInput

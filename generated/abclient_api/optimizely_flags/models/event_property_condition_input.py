from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class EventPropertyConditionInput(Body):
    """Condition on a property of an event."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "operator": "operator",
        "type": "type",
        "value": "value",
    }

    name: str
    """Property of the event."""
    operator: Literal[
        "equal_to",
        "not_equal_to",
        "greater_than",
        "greater_than_or_equal_to",
        "less_than",
        "less_than_or_equal_to",
        "contains",
        "does_not_contain",
    ]
    """How it is compared."""
    type: Literal["string", "number", "boolean"]
    """Type of the property."""
    value: str
    """What it is compared with, as text."""

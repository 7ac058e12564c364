from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MetricFilterCondition(Model):
    """A condition on one property of an event."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "operator": "operator",
        "type": "type",
        "value": "value",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    name: str | None = None
    """Name of the property."""
    operator: (
        Literal[
            "equal_to",
            "not_equal_to",
            "greater_than",
            "greater_than_or_equal_to",
            "less_than",
            "less_than_or_equal_to",
            "contains",
            "does_not_contain",
        ]
        | str
        | None
    ) = None
    """How the value is compared."""
    type: Literal["boolean", "number", "string"] | str | None = None
    """Type of the property."""
    value: str | None = None
    """Value compared with, as text."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.name = data.get("name")
            self.operator = data.get("operator")
            self.type = data.get("type")
            self.value = data.get("value")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_metric_filter_condition: Callable[[Any], MetricFilterCondition] = MetricFilterCondition.from_dict

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SubMetric(Model):
    """Part of a ratio."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "aggregator": "aggregator",
        "event_id": "event_id",
        "event_type": "event_type",
        "field": "field",
        "role": "role",
        "scope": "scope",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    aggregator: str | None = None
    """How events become a number."""
    event_id: int | None = None
    """Event that is measured; absent for all revenue."""
    event_type: str | None = None
    """Kind of the event, such as `custom`."""
    field: str | None = None
    """What is summed."""
    role: Literal["numerator", "denominator"] | str | None = None
    """Which part of the ratio it is."""
    scope: str | None = None
    """What one unit is."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.aggregator = data.get("aggregator")
            self.event_id = data.get("event_id")
            self.event_type = data.get("event_type")
            self.field = data.get("field")
            self.role = data.get("role")
            self.scope = data.get("scope")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_sub_metric: Callable[[Any], SubMetric] = SubMetric.from_dict

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class CompoundSubMetric(Model):
    """One part of a ratio metric."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "aggregator": "aggregator",
        "event_id": "event_id",
        "event_type": "event_type",
        "field": "field",
        "scope": "scope",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    aggregator: Literal["unique", "count", "sum"] | str | None = None
    """How the part is made, as in a metric. The vendor's default: 'unique'."""
    event_id: int | None = None
    """Event counted; null over all events."""
    event_type: Literal["custom", "click", "pageview"] | str | None = None
    """Kind of the event."""
    field: Literal["revenue", "value"] | str | None = None
    """What is summed; needed with `sum`."""
    scope: Literal["session", "visitor", "event"] | str | None = None
    """The denominator. The vendor's default: 'visitor'."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.aggregator = data.get("aggregator")
            self.event_id = data.get("event_id")
            self.event_type = data.get("event_type")
            self.field = data.get("field")
            self.scope = data.get("scope")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_compound_sub_metric: Callable[[Any], CompoundSubMetric] = CompoundSubMetric.from_dict

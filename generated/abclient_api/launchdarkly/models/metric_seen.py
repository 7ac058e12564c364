from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MetricSeen(Model):
    """Whether events of the metric have arrived for this iteration."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "ever": "ever",
        "timestamp": "timestamp",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    ever: bool | None = None
    """Whether one has ever arrived for this iteration."""
    timestamp: int | None = None
    """When the last one arrived for this iteration, as UTC epoch time."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.ever = data.get("ever")
            self.timestamp = data.get("timestamp")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_metric_seen: Callable[[Any], MetricSeen] = MetricSeen.from_dict

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MetricEventProperties(Model):
    """Which events count."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "filter": "filter",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "filter": "read_metric_event_filter",
    }

    filter: MetricEventFilter | None = None
    """Conditions, and how they combine."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.filter = None if (v := data.get("filter")) is None else read_metric_event_filter(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_metric_event_properties: Callable[[Any], MetricEventProperties] = MetricEventProperties.from_dict


from .metric_event_filter import MetricEventFilter, read_metric_event_filter

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MetricEventProperties(Model):
    """Narrows a metric to events with certain properties."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "filter": "filter",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "filter": "read_metric_filter",
    }

    filter: MetricFilter | None = None
    """Conditions on the properties of an event."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.filter = None if (v := data.get("filter")) is None else read_metric_filter(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_metric_event_properties: Callable[[Any], MetricEventProperties] = MetricEventProperties.from_dict


from .metric_filter import MetricFilter, read_metric_filter

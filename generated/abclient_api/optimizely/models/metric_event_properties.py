from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MetricEventProperties(Model):
    """Narrows a metric to events with certain properties.

    Attributes:
        filter: Conditions on the properties of an event.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "filter": "filter",
    }

    filter: MetricFilter | None = None

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = cls.__new__(cls)
        try:
            get = data.get
            self.filter = None if (v := get("filter")) is None else MetricFilter.from_dict(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .metric_filter import MetricFilter

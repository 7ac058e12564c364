from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MetricResponse(Model):
    """A metric, as a response has it."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "metric": "metric",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "metric": "read_metric",
    }

    metric: Metric | None = None
    """A metric that is defined by a query of its own."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.metric = None if (v := data.get("metric")) is None else read_metric(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .metric import Metric, read_metric

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FactMetricResponse(Model):
    """A fact metric, as a response has it."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "fact_metric": "factMetric",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "fact_metric": "read_fact_metric",
    }

    fact_metric: FactMetric | None = None
    """A metric over fact tables."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.fact_metric = None if (v := data.get("factMetric")) is None else read_fact_metric(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .fact_metric import FactMetric, read_fact_metric

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, items, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MetricResults(Model):
    """Results of a metric."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "metric_id": "metricId",
        "metric_name": "metricName",
        "variations": "variations",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "variations": "list of read_variation_results",
    }

    metric_id: str | None = None
    """Identifier of the metric."""
    metric_name: str | None = None
    """Name of the metric."""
    variations: list[VariationResults] | None = None
    """By variation, the baseline first."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.metric_id = data.get("metricId")
            self.metric_name = data.get("metricName")
            self.variations = (
                None
                if (v := data.get("variations")) is None
                else [read_variation_results(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_metric_results: Callable[[Any], MetricResults] = MetricResults.from_dict


from .variation_results import VariationResults, read_variation_results

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, items, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class DimensionResults(Model):
    """Results of all units, or of those with a value of the dimension."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "dimension": "dimension",
        "total_users": "totalUsers",
        "checks": "checks",
        "metrics": "metrics",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "checks": "read_results_checks",
        "metrics": "list of read_metric_results",
    }

    dimension: str | None = None
    """The value."""
    total_users: float | None = None
    """How many units there are in all variations."""
    checks: ResultsChecks | None = None
    """Whether the data are sound."""
    metrics: list[MetricResults] | None = None
    """By metric."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.dimension = data.get("dimension")
            self.total_users = data.get("totalUsers")
            self.checks = None if (v := data.get("checks")) is None else read_results_checks(v)
            self.metrics = (
                None
                if (v := data.get("metrics")) is None
                else [read_metric_results(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_dimension_results: Callable[[Any], DimensionResults] = DimensionResults.from_dict


from .metric_results import MetricResults, read_metric_results
from .results_checks import ResultsChecks, read_results_checks

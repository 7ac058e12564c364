from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, entries, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentMetric(Model):
    """A metric, as an experiment uses it."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "metric_id": "metricId",
        "overrides": "overrides",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "overrides": "map of any",
    }

    metric_id: str | None = None
    """Identifier."""
    overrides: dict[str, Any] | None = None
    """What differs from the metric itself."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.metric_id = data.get("metricId")
            self.overrides = None if (v := data.get("overrides")) is None else entries(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experiment_metric: Callable[[Any], ExperimentMetric] = ExperimentMetric.from_dict

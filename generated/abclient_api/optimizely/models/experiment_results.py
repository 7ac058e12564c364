from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentResults(Model):
    """Results of an experiment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "confidence_threshold": "confidence_threshold",
        "end_time": "end_time",
        "experiment_id": "experiment_id",
        "is_stale": "is_stale",
        "metrics": "metrics",
        "reach": "reach",
        "start_time": "start_time",
        "stats_config": "stats_config",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "end_time": to_datetime,
        "start_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "metrics": "list of read_experiment_metric_results",
        "reach": "read_experiment_variation_reach",
        "stats_config": "read_stats_config",
    }

    confidence_threshold: float | None = None
    """Significance level for calling a winner or a loser, from 0 to 1 with up to four decimals, e.g. 0.9."""
    end_time: datetime.datetime | None = None
    """End of the interval (excluded), UTC; may be earlier than asked while fresher figures are computed."""
    experiment_id: int | None = None
    """Experiment the results are of."""
    is_stale: bool | None = None
    """Whether these figures come from a cache that is out of date."""
    metrics: list[ExperimentMetricResults] | None = None
    """Results by metric, in the order of the experiment: primary, up to four secondary, then monitored."""
    reach: ExperimentVariationReach | None = None
    """How many visitors saw an experiment."""
    start_time: datetime.datetime | None = None
    """Start of the interval (included), UTC."""
    stats_config: StatsConfig | None = None
    """How the statistics were made."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.confidence_threshold = data.get("confidence_threshold")
            self.end_time = None if (v := data.get("end_time")) is None else to_datetime(v)
            self.experiment_id = data.get("experiment_id")
            self.is_stale = data.get("is_stale")
            self.metrics = (
                None
                if (v := data.get("metrics")) is None
                else [read_experiment_metric_results(x0) for x0 in items(v) if x0 is not None]
            )
            self.reach = None if (v := data.get("reach")) is None else read_experiment_variation_reach(v)
            self.start_time = None if (v := data.get("start_time")) is None else to_datetime(v)
            self.stats_config = None if (v := data.get("stats_config")) is None else read_stats_config(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .experiment_metric_results import ExperimentMetricResults, read_experiment_metric_results
from .experiment_variation_reach import ExperimentVariationReach, read_experiment_variation_reach
from .stats_config import StatsConfig, read_stats_config

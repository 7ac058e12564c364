from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentResults(Model):
    """Results of an experiment of the old kind for one metric."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "links": "_links",
        "metadata": "metadata",
        "totals": "totals",
        "series": "series",
        "stats": "stats",
        "granularity": "granularity",
        "metric_seen": "metricSeen",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
        "metadata": "list of read_experiment_metadata_rep",
        "totals": "list of read_experiment_totals_rep",
        "series": "list of read_experiment_time_series_slice",
        "stats": "read_experiment_stats_rep",
        "metric_seen": "read_metric_seen",
    }

    links: dict[str, Link] | None = None
    """Links by name."""
    metadata: list[ExperimentMetadataRep] | None = None
    """What the results are about, one entry per variation."""
    totals: list[ExperimentTotalsRep] | None = None
    """Totals over the whole period, one entry per variation in the order of the flag's variations."""
    series: list[ExperimentTimeSeriesSlice] | None = None
    """The course over time."""
    stats: ExperimentStatsRep | None = None
    """Statistics over all variations."""
    granularity: str | None = None
    """Length of the slices of series, such as 1h."""
    metric_seen: MetricSeen | None = None
    """Whether events of the metric have arrived for this iteration."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.metadata = (
                None
                if (v := data.get("metadata")) is None
                else [read_experiment_metadata_rep(x0) for x0 in items(v) if x0 is not None]
            )
            self.totals = (
                None
                if (v := data.get("totals")) is None
                else [read_experiment_totals_rep(x0) for x0 in items(v) if x0 is not None]
            )
            self.series = (
                None
                if (v := data.get("series")) is None
                else [read_experiment_time_series_slice(x0) for x0 in items(v) if x0 is not None]
            )
            self.stats = None if (v := data.get("stats")) is None else read_experiment_stats_rep(v)
            self.granularity = data.get("granularity")
            self.metric_seen = None if (v := data.get("metricSeen")) is None else read_metric_seen(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .experiment_metadata_rep import ExperimentMetadataRep, read_experiment_metadata_rep
from .experiment_stats_rep import ExperimentStatsRep, read_experiment_stats_rep
from .experiment_time_series_slice import ExperimentTimeSeriesSlice, read_experiment_time_series_slice
from .experiment_totals_rep import ExperimentTotalsRep, read_experiment_totals_rep
from .link import Link, read_link
from .metric_seen import MetricSeen, read_metric_seen

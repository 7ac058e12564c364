from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentResults(Model):
    """Results of an experiment of the old kind for one metric.

    Attributes:
        links: Links by name.
        metadata: What the results are about, one entry per variation.
        totals: Totals over the whole period, one entry per variation in the order of the flag's variations.
        series: The course over time.
        stats: Statistics over all variations.
        granularity: Length of the slices of series, such as 1h.
        metric_seen: Whether events of the metric have arrived.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "links": "_links",
        "metadata": "metadata",
        "totals": "totals",
        "series": "series",
        "stats": "stats",
        "granularity": "granularity",
        "metric_seen": "metricSeen",
    }

    links: dict[str, Link] | None = None
    metadata: list[ExperimentMetadataRep] | None = None
    totals: list[ExperimentTotalsRep] | None = None
    series: list[ExperimentTimeSeriesSlice] | None = None
    stats: ExperimentStatsRep | None = None
    granularity: str | None = None
    metric_seen: MetricSeen | None = None

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = cls.__new__(cls)
        try:
            get = data.get
            self.links = (
                None
                if (v := get("_links")) is None
                else {k0: Link.from_dict(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.metadata = (
                None
                if (v := get("metadata")) is None
                else [ExperimentMetadataRep.from_dict(x0) for x0 in items(v) if x0 is not None]
            )
            self.totals = (
                None
                if (v := get("totals")) is None
                else [ExperimentTotalsRep.from_dict(x0) for x0 in items(v) if x0 is not None]
            )
            self.series = (
                None
                if (v := get("series")) is None
                else [ExperimentTimeSeriesSlice.from_dict(x0) for x0 in items(v) if x0 is not None]
            )
            self.stats = None if (v := get("stats")) is None else ExperimentStatsRep.from_dict(v)
            self.granularity = get("granularity")
            self.metric_seen = None if (v := get("metricSeen")) is None else MetricSeen.from_dict(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .experiment_metadata_rep import ExperimentMetadataRep
from .experiment_stats_rep import ExperimentStatsRep
from .experiment_time_series_slice import ExperimentTimeSeriesSlice
from .experiment_totals_rep import ExperimentTotalsRep
from .link import Link
from .metric_seen import MetricSeen

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentBayesianResultsRep(Model):
    """Results of an experiment for one metric."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "links": "_links",
        "treatment_results": "treatmentResults",
        "metric_seen": "metricSeen",
        "probability_of_mismatch": "probabilityOfMismatch",
        "results": "results",
        "percentile": "percentile",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
        "treatment_results": "list of read_treatment_result_rep",
        "metric_seen": "read_metric_seen",
        "results": "list of read_sliced_results_rep",
    }

    links: dict[str, Link] | None = None
    """Links by name."""
    treatment_results: list[TreatmentResultRep] | None = None
    """One entry per treatment."""
    metric_seen: MetricSeen | None = None
    """Whether events of the metric have arrived for this iteration."""
    probability_of_mismatch: float | None = None
    """Probability, 0 to 1, that the sample ratio does not match the allocation."""
    results: list[SlicedResultsRep] | None = None
    """The results sliced by attributes; one without an attribute is of everybody."""
    percentile: float | None = None
    """Which percentile the results are of, 1 to 99, where the metric is looked at by percentile."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.treatment_results = (
                None
                if (v := data.get("treatmentResults")) is None
                else [read_treatment_result_rep(x0) for x0 in items(v) if x0 is not None]
            )
            self.metric_seen = None if (v := data.get("metricSeen")) is None else read_metric_seen(v)
            self.probability_of_mismatch = data.get("probabilityOfMismatch")
            self.results = (
                None
                if (v := data.get("results")) is None
                else [read_sliced_results_rep(x0) for x0 in items(v) if x0 is not None]
            )
            self.percentile = data.get("percentile")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .link import Link, read_link
from .metric_seen import MetricSeen, read_metric_seen
from .sliced_results_rep import SlicedResultsRep, read_sliced_results_rep
from .treatment_result_rep import TreatmentResultRep, read_treatment_result_rep

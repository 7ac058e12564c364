from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentMetricResults(Model):
    """Results of an experiment for one metric."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "aggregator": "aggregator",
        "conclusion": "conclusion",
        "event_id": "event_id",
        "event_properties": "event_properties",
        "field": "field",
        "metrics": "metrics",
        "name": "name",
        "results": "results",
        "scope": "scope",
        "time_window": "time_window",
        "winning_direction": "winning_direction",
        "event": "event",
        "event_name": "event_name",
        "measure": "measure",
        "metric_id": "metric_id",
        "priority": "priority",
        "unit": "unit",
        "variation_results": "variation_results",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "conclusion": "read_experiment_metric_conclusion",
        "event_properties": "read_metric_event_properties",
        "metrics": "list of read_compound_sub_metric",
        "results": "map of read_variant_results",
        "variation_results": "map of read_variant_results",
    }

    aggregator: Literal["unique", "count", "sum", "bounce", "exit", "ratio"] | str | None = None
    """How the numerator is made: `unique` visitors or sessions with the event, `count` of events, `sum` of
    `field`, `bounce` or `exit` rate of a page, or `ratio` of those in `metrics`."""
    conclusion: ExperimentMetricConclusion | None = None
    """The variations that have won and lost a metric."""
    event_id: int | None = None
    """Event counted, or the page for `bounce` and `exit`. Absent or null for metrics over all events, such as
    overall revenue."""
    event_properties: MetricEventProperties | None = None
    """Narrows a metric to events with certain properties."""
    field: Literal["revenue", "value"] | str | None = None
    """What is summed; needed with `sum`."""
    metrics: list[CompoundSubMetric] | None = None
    """The parts of a `ratio` metric."""
    name: str | None = None
    """Name of the metric."""
    results: dict[str, VariantResults] | None = None
    """Results by variation id, as text; `baseline` stands for held-back visitors of a personalization campaign.
    The id inside may differ from the key."""
    scope: Literal["session", "visitor", "event"] | str | None = None
    """The denominator: sessions, visitors, or impressions of the event."""
    time_window: str | None = None
    """Time window the metric is limited to."""
    winning_direction: Literal["increasing", "decreasing"] | str | None = None
    """Whether more or less of it is better."""
    event: str | None = None
    """Event of the metric in older answers."""
    event_name: str | None = None
    """Name of the event in older answers; now `name`."""
    measure: Literal["conversions", "impressions", "revenue"] | str | None = None
    """What was measured in older answers; now `aggregator` and `field`."""
    metric_id: str | None = None
    """Identifier of the metric in older answers."""
    priority: int | None = None
    """Rank of the metric in older answers."""
    unit: Literal["session", "visitor", "event"] | str | None = None
    """Denominator in older answers; now `scope`."""
    variation_results: dict[str, VariantResults] | None = None
    """Results by variation id in older answers; now `results`."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.aggregator = data.get("aggregator")
            self.conclusion = None if (v := data.get("conclusion")) is None else read_experiment_metric_conclusion(v)
            self.event_id = data.get("event_id")
            self.event_properties = (
                None if (v := data.get("event_properties")) is None else read_metric_event_properties(v)
            )
            self.field = data.get("field")
            self.metrics = (
                None
                if (v := data.get("metrics")) is None
                else [read_compound_sub_metric(x0) for x0 in items(v) if x0 is not None]
            )
            self.name = data.get("name")
            self.results = (
                None
                if (v := data.get("results")) is None
                else {k0: read_variant_results(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.scope = data.get("scope")
            self.time_window = data.get("time_window")
            self.winning_direction = data.get("winning_direction")
            self.event = data.get("event")
            self.event_name = data.get("event_name")
            self.measure = data.get("measure")
            self.metric_id = data.get("metric_id")
            self.priority = data.get("priority")
            self.unit = data.get("unit")
            self.variation_results = (
                None
                if (v := data.get("variation_results")) is None
                else {k0: read_variant_results(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experiment_metric_results: Callable[[Any], ExperimentMetricResults] = ExperimentMetricResults.from_dict


from .compound_sub_metric import CompoundSubMetric, read_compound_sub_metric
from .experiment_metric_conclusion import ExperimentMetricConclusion, read_experiment_metric_conclusion
from .metric_event_properties import MetricEventProperties, read_metric_event_properties
from .variant_results import VariantResults, read_variant_results

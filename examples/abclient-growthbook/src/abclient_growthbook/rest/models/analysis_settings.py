from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from abclient_api._models import Model, entries, items, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AnalysisSettings(Model):
    """How an experiment is analysed."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "datasource_id": "datasourceId",
        "assignment_query_id": "assignmentQueryId",
        "experiment_id": "experimentId",
        "segment_id": "segmentId",
        "query_filter": "queryFilter",
        "in_progress_conversions": "inProgressConversions",
        "attribution_model": "attributionModel",
        "lookback_override": "lookbackOverride",
        "stats_engine": "statsEngine",
        "regression_adjustment_enabled": "regressionAdjustmentEnabled",
        "sequential_testing_enabled": "sequentialTestingEnabled",
        "sequential_testing_tuning_parameter": "sequentialTestingTuningParameter",
        "post_stratification_enabled": "postStratificationEnabled",
        "decision_framework_settings": "decisionFrameworkSettings",
        "metric_overrides": "metricOverrides",
        "goals": "goals",
        "secondary_metrics": "secondaryMetrics",
        "guardrails": "guardrails",
        "activation_metric": "activationMetric",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "lookback_override": "map of any",
        "decision_framework_settings": "map of any",
        "metric_overrides": "list of map of any",
        "goals": "list of read_experiment_metric",
        "secondary_metrics": "list of read_experiment_metric",
        "guardrails": "list of read_experiment_metric",
        "activation_metric": "read_experiment_metric",
    }

    datasource_id: str | None = None
    """Identifier of the data source."""
    assignment_query_id: str | None = None
    """Identifier of the query for exposures."""
    experiment_id: str | None = None
    """Tracking key."""
    segment_id: str | None = None
    """Identifier of the segment that counts."""
    query_filter: str | None = None
    """Condition of SQL that is added."""
    in_progress_conversions: Literal["include", "exclude"] | str | None = None
    """Whether units count at once."""
    attribution_model: Literal["firstExposure", "experimentDuration", "lookbackOverride"] | str | None = None
    """Which conversions count."""
    lookback_override: dict[str, Any] | None = None
    """Which period counts, in place of the metrics' own."""
    stats_engine: Literal["bayesian", "frequentist"] | str | None = None
    """Which statistics."""
    regression_adjustment_enabled: bool | None = None
    """Whether variance is reduced."""
    sequential_testing_enabled: bool | None = None
    """Whether frequentist results are valid at every look."""
    sequential_testing_tuning_parameter: float | None = None
    """Number of units that the test is tuned to."""
    post_stratification_enabled: bool | None = None
    """Whether strata are weighted."""
    decision_framework_settings: dict[str, Any] | None = None
    """When a decision is recommended."""
    metric_overrides: list[dict[str, Any]] | None = None
    """Settings of single metrics."""
    goals: list[ExperimentMetric] | None = None
    """Metrics that decide."""
    secondary_metrics: list[ExperimentMetric] | None = None
    """Metrics that are watched."""
    guardrails: list[ExperimentMetric] | None = None
    """Metrics that must not become worse."""
    activation_metric: ExperimentMetric | None = None
    """A metric, as an experiment uses it."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.datasource_id = data.get("datasourceId")
            self.assignment_query_id = data.get("assignmentQueryId")
            self.experiment_id = data.get("experimentId")
            self.segment_id = data.get("segmentId")
            self.query_filter = data.get("queryFilter")
            self.in_progress_conversions = data.get("inProgressConversions")
            self.attribution_model = data.get("attributionModel")
            self.lookback_override = None if (v := data.get("lookbackOverride")) is None else entries(v)
            self.stats_engine = data.get("statsEngine")
            self.regression_adjustment_enabled = data.get("regressionAdjustmentEnabled")
            self.sequential_testing_enabled = data.get("sequentialTestingEnabled")
            self.sequential_testing_tuning_parameter = data.get("sequentialTestingTuningParameter")
            self.post_stratification_enabled = data.get("postStratificationEnabled")
            self.decision_framework_settings = (
                None if (v := data.get("decisionFrameworkSettings")) is None else entries(v)
            )
            self.metric_overrides = (
                None
                if (v := data.get("metricOverrides")) is None
                else [entries(x0) for x0 in items(v) if x0 is not None]
            )
            self.goals = (
                None
                if (v := data.get("goals")) is None
                else [read_experiment_metric(x0) for x0 in items(v) if x0 is not None]
            )
            self.secondary_metrics = (
                None
                if (v := data.get("secondaryMetrics")) is None
                else [read_experiment_metric(x0) for x0 in items(v) if x0 is not None]
            )
            self.guardrails = (
                None
                if (v := data.get("guardrails")) is None
                else [read_experiment_metric(x0) for x0 in items(v) if x0 is not None]
            )
            self.activation_metric = None if (v := data.get("activationMetric")) is None else read_experiment_metric(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_analysis_settings: Callable[[Any], AnalysisSettings] = AnalysisSettings.from_dict


from .experiment_metric import ExperimentMetric, read_experiment_metric

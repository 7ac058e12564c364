from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class IterationRep(Model):
    """One run of an experiment, the period between a start and a stop."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "_id",
        "hypothesis": "hypothesis",
        "status": "status",
        "created_at": "createdAt",
        "started_at": "startedAt",
        "ended_at": "endedAt",
        "winning_treatment_id": "winningTreatmentId",
        "winning_reason": "winningReason",
        "can_reshuffle_traffic": "canReshuffleTraffic",
        "flags": "flags",
        "primary_metric": "primaryMetric",
        "primary_single_metric": "primarySingleMetric",
        "primary_funnel": "primaryFunnel",
        "secondary_metrics": "secondaryMetrics",
        "metrics": "metrics",
        "attributes": "attributes",
        "layer_snapshot": "layerSnapshot",
        "covariate_info": "covariateInfo",
        "reallocation_frequency_millis": "reallocationFrequencyMillis",
        "version": "version",
        "randomization_unit": "randomizationUnit",
        "treatments": "treatments",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "flags": "map of read_flag_rep",
        "primary_metric": "read_dependent_metric_or_metric_group_rep",
        "primary_single_metric": "read_metric_v2_rep",
        "primary_funnel": "read_dependent_metric_group_rep_with_metrics",
        "secondary_metrics": "list of read_metric_v2_rep",
        "metrics": "list of read_dependent_metric_or_metric_group_rep",
        "attributes": "list of scalar",
        "layer_snapshot": "read_layer_snapshot_rep",
        "covariate_info": "read_covariate_info_rep",
        "treatments": "list of read_treatment_rep",
    }

    id: str | None = None
    """The iteration's id."""
    hypothesis: str | None = None
    """What the experiment is expected to show."""
    status: Literal["not_started", "running", "stopped"] | str | None = None
    """Where the iteration is in its life."""
    created_at: int | None = None
    """When it was created, in UTC epoch milliseconds."""
    started_at: int | None = None
    """When it was started, in UTC epoch milliseconds."""
    ended_at: int | None = None
    """When it was stopped, in UTC epoch milliseconds."""
    winning_treatment_id: str | None = None
    """Id of the treatment that was declared the winner when it was stopped."""
    winning_reason: str | None = None
    """Why that treatment won."""
    can_reshuffle_traffic: bool | None = None
    """Whether traffic may be reassigned when the audience is changed."""
    flags: dict[str, FlagRep] | None = None
    """The flags under test, by flag key."""
    primary_metric: DependentMetricOrMetricGroupRep | None = None
    """The metric that decides the experiment, or the group of metrics."""
    primary_single_metric: MetricV2Rep | None = None
    """The metric that decides the experiment, where that is no group. Since 15.0.0."""
    primary_funnel: DependentMetricGroupRepWithMetrics | None = None
    """The funnel that decides the experiment, a group of metrics. Since 15.0.0."""
    secondary_metrics: list[MetricV2Rep] | None = None
    """The metrics besides the primary one; only with expand=secondaryMetrics. metrics has them since 15.0.0."""
    metrics: list[DependentMetricOrMetricGroupRep] | None = None
    """All metrics and groups of metrics of the iteration. Since 15.0.0."""
    attributes: list[str] | None = None
    """Attributes of contexts by which results can be sliced. Since 17.0.0."""
    layer_snapshot: LayerSnapshotRep | None = None
    """The layer that it takes traffic from, as it was when the iteration started. Since 17.0.0."""
    covariate_info: CovariateInfoRep | None = None
    """The covariates that reduce variance. Since 23.0.0."""
    reallocation_frequency_millis: int | None = None
    """How often a bandit reallocates traffic, in milliseconds. Since 18.0.0."""
    version: int | None = None
    """Number of its version. Since 18.0.0."""
    randomization_unit: str | None = None
    """The unit by which traffic is split, such as user."""
    treatments: list[TreatmentRep] | None = None
    """The treatments; only with expand=treatments."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("_id")
            self.hypothesis = data.get("hypothesis")
            self.status = data.get("status")
            self.created_at = data.get("createdAt")
            self.started_at = data.get("startedAt")
            self.ended_at = data.get("endedAt")
            self.winning_treatment_id = data.get("winningTreatmentId")
            self.winning_reason = data.get("winningReason")
            self.can_reshuffle_traffic = data.get("canReshuffleTraffic")
            self.flags = (
                None
                if (v := data.get("flags")) is None
                else {k0: read_flag_rep(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.primary_metric = (
                None if (v := data.get("primaryMetric")) is None else read_dependent_metric_or_metric_group_rep(v)
            )
            self.primary_single_metric = (
                None if (v := data.get("primarySingleMetric")) is None else read_metric_v2_rep(v)
            )
            self.primary_funnel = (
                None if (v := data.get("primaryFunnel")) is None else read_dependent_metric_group_rep_with_metrics(v)
            )
            self.secondary_metrics = (
                None
                if (v := data.get("secondaryMetrics")) is None
                else [read_metric_v2_rep(x0) for x0 in items(v) if x0 is not None]
            )
            self.metrics = (
                None
                if (v := data.get("metrics")) is None
                else [read_dependent_metric_or_metric_group_rep(x0) for x0 in items(v) if x0 is not None]
            )
            self.attributes = None if (v := data.get("attributes")) is None else without_nulls(items(v))
            self.layer_snapshot = None if (v := data.get("layerSnapshot")) is None else read_layer_snapshot_rep(v)
            self.covariate_info = None if (v := data.get("covariateInfo")) is None else read_covariate_info_rep(v)
            self.reallocation_frequency_millis = data.get("reallocationFrequencyMillis")
            self.version = data.get("version")
            self.randomization_unit = data.get("randomizationUnit")
            self.treatments = (
                None
                if (v := data.get("treatments")) is None
                else [read_treatment_rep(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_iteration_rep: Callable[[Any], IterationRep] = IterationRep.from_dict


from .covariate_info_rep import CovariateInfoRep, read_covariate_info_rep
from .dependent_metric_group_rep_with_metrics import (
    DependentMetricGroupRepWithMetrics,
    read_dependent_metric_group_rep_with_metrics,
)
from .dependent_metric_or_metric_group_rep import (
    DependentMetricOrMetricGroupRep,
    read_dependent_metric_or_metric_group_rep,
)
from .flag_rep import FlagRep, read_flag_rep
from .layer_snapshot_rep import LayerSnapshotRep, read_layer_snapshot_rep
from .metric_v2_rep import MetricV2Rep, read_metric_v2_rep
from .treatment_rep import TreatmentRep, read_treatment_rep

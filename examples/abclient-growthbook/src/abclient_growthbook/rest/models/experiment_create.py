from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from abclient_api._models import UNSET, Body, Unset
from attrs import define


@define(eq=False, repr=False, kw_only=True)
class ExperimentCreate(Body):
    """A new experiment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "tracking_key": "trackingKey",
        "name": "name",
        "variations": "variations",
        "type": "type",
        "datasource_id": "datasourceId",
        "assignment_query_id": "assignmentQueryId",
        "bypass_duplicate_key_check": "bypassDuplicateKeyCheck",
        "template_id": "templateId",
        "project": "project",
        "hypothesis": "hypothesis",
        "description": "description",
        "tags": "tags",
        "metrics": "metrics",
        "secondary_metrics": "secondaryMetrics",
        "guardrail_metrics": "guardrailMetrics",
        "activation_metric": "activationMetric",
        "segment_id": "segmentId",
        "query_filter": "queryFilter",
        "owner": "owner",
        "archived": "archived",
        "status": "status",
        "auto_refresh": "autoRefresh",
        "hash_attribute": "hashAttribute",
        "stats_engine": "statsEngine",
        "regression_adjustment_enabled": "regressionAdjustmentEnabled",
        "sequential_testing_enabled": "sequentialTestingEnabled",
        "phases": "phases",
        "custom_fields": "customFields",
    }

    tracking_key: str
    """Key by which exposures are recorded."""
    name: str
    """Name."""
    variations: list[VariationInput]
    """Its variations, the baseline first."""
    type: Literal["standard", "multi-armed-bandit"] | Unset = UNSET
    """What kind of experiment it is."""
    datasource_id: str | Unset = UNSET
    """Identifier of the data source."""
    assignment_query_id: str | Unset = UNSET
    """Identifier of the query for exposures."""
    bypass_duplicate_key_check: bool | Unset = UNSET
    """Whether another one may have the same tracking key."""
    template_id: str | Unset = UNSET
    """Identifier of the template that it is made from."""
    project: str | Unset = UNSET
    """Identifier of its project."""
    hypothesis: str | Unset = UNSET
    """What is expected of it."""
    description: str | Unset = UNSET
    """What it is about, in Markdown."""
    tags: list[str] | Unset = UNSET
    """Its tags."""
    metrics: list[str] | Unset = UNSET
    """Identifiers of the metrics that decide."""
    secondary_metrics: list[str] | Unset = UNSET
    """Identifiers of the metrics that are watched."""
    guardrail_metrics: list[str] | Unset = UNSET
    """Identifiers of the metrics that must not become worse."""
    activation_metric: str | Unset = UNSET
    """Identifier of the metric by which units take part."""
    segment_id: str | Unset = UNSET
    """Identifier of the segment that counts."""
    query_filter: str | Unset = UNSET
    """Condition of SQL that is added."""
    owner: str | Unset = UNSET
    """Identifier or email address of its owner."""
    archived: bool | Unset = UNSET
    """Whether it is archived."""
    status: Literal["draft", "running", "stopped"] | Unset = UNSET
    """Its status."""
    auto_refresh: bool | Unset = UNSET
    """Whether results are computed on a schedule."""
    hash_attribute: str | Unset = UNSET
    """Attribute by which units get a variation."""
    stats_engine: Literal["bayesian", "frequentist"] | Unset = UNSET
    """Which statistics."""
    regression_adjustment_enabled: bool | Unset = UNSET
    """Whether variance is reduced."""
    sequential_testing_enabled: bool | Unset = UNSET
    """Whether frequentist results are valid at every look."""
    phases: list[PhaseInput] | Unset = UNSET
    """Its phases, in order."""
    custom_fields: dict[str, Any] | Unset = UNSET
    """Values of the organization's own fields."""


from .phase_input import PhaseInput
from .variation_input import VariationInput

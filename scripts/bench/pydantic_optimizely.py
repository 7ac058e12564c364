"""Optimizely's documents of the benchmarks as pydantic models: the same fields and types as the generated ones.

What the vendor adds is kept here too, as the generated models keep it.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter


class _Model(BaseModel):
    model_config = ConfigDict(extra="allow")


def _json(value: Any) -> Any:
    try:
        return json.loads(value)
    except (TypeError, ValueError):
        return value


class Datapoint(_Model):
    """A difference from the baseline."""

    confidence_interval: list[float] | None = None
    confidence_interval_scaled: list[float] | None = None
    end_of_epoch: bool | None = None
    is_most_conclusive: bool | None = None
    is_significant: bool | None = None
    lift_status: str | None = None
    significance: float | None = None
    value: float | None = None
    value_scaled: float | None = None
    visitors_remaining: int | None = None


class Row(_Model):
    """A variation's figures for one metric."""

    experiment_id: int | None = None
    is_baseline: bool | None = None
    level: str | None = None
    lift: Datapoint | None = None
    name: str | None = None
    rate: float | None = None
    samples: float | None = None
    scope: str | None = None
    total_increase: Datapoint | None = None
    value: float | None = None
    variance: float | None = None
    variation_id: str | None = None


class Conclusion(_Model):
    """Who won and lost."""

    loser: str | None = None
    winner: str | None = None


class _AnyMetric(_Model):
    aggregator: str | None = None
    event_id: int | None = None
    event_properties: dict[str, Any] | None = None
    field: str | None = None
    metrics: list[dict[str, Any]] | None = None
    scope: str | None = None
    time_window: str | None = None
    winning_direction: str | None = None


class MetricResults(_AnyMetric):
    """All variations' figures for one metric."""

    conclusion: Conclusion | None = None
    name: str | None = None
    results: dict[str, Row] | None = None
    event: str | None = None
    event_name: str | None = None
    measure: str | None = None
    metric_id: str | None = None
    priority: int | None = None
    unit: str | None = None
    variation_results: dict[str, Row] | None = None


class VariationReach(_Model):
    """How many saw a variation."""

    count: int | None = None
    name: str | None = None
    variation_id: str | None = None
    variation_reach: float | None = None


class Reach(_Model):
    """How many saw the experiment."""

    baseline_count: int | None = None
    baseline_reach: float | None = None
    total_count: int | None = None
    treatment_count: int | None = None
    treatment_reach: float | None = None
    variations: dict[str, VariationReach] | None = None


class StatsConfig(_Model):
    """How the statistics were made."""

    confidence_level: float | None = None
    difference_type: str | None = None
    epoch_enabled: bool | None = None


class Results(_Model):
    """The results of an experiment."""

    confidence_threshold: float | None = None
    end_time: datetime | None = None
    experiment_id: int | None = None
    is_stale: bool | None = None
    metrics: list[MetricResults] | None = None
    reach: Reach | None = None
    start_time: datetime | None = None
    stats_config: StatsConfig | None = None


class Metric(_AnyMetric):
    """What is measured."""


class ChangeAttribute(_Model):
    """What of an element is changed."""

    class_: str | None = Field(default=None, alias="class")
    hide: bool | None = None
    href: str | None = None
    html: str | None = None
    remove: bool | None = None
    src: str | None = None
    style: str | None = None
    text: str | None = None


class Change(_Model):
    """One change of a page."""

    allow_additional_redirect: bool | None = None
    async_: bool | None = Field(default=None, alias="async")
    attributes: ChangeAttribute | None = None
    config: Any = None
    css: dict[str, Any] | None = None
    dependencies: list[str] | None = None
    destination: str | None = None
    destination_function: str | None = None
    extension_id: str | None = None
    id: str | None = None
    name: str | None = None
    operator: str | None = None
    preserve_parameters: bool | None = None
    rearrange: Any = None
    selector: str | None = None
    src: str | None = None
    type: str | None = None
    value: str | None = None


class Action(_Model):
    """The changes of one page."""

    changes: list[Change] | None = None
    page_id: int | None = None
    share_link: str | None = None


class Variation(_Model):
    """One of what is compared."""

    actions: list[Action] | None = None
    archived: bool | None = None
    description: str | None = None
    feature_enabled: bool | None = None
    key: str | None = None
    name: str | None = None
    status: str | None = None
    variable_values: dict[str, str] | None = None
    variation_id: int | None = None
    weight: int | None = None


class Experiment(_Model):
    """One experiment; what the documents here never hold is left free."""

    allocation_policy: str | None = None
    audience_conditions: Annotated[Any, BeforeValidator(_json)] = None
    audience_ids: list[int] | None = None
    campaign_id: int | None = None
    changes: list[Change] | None = None
    created: datetime | None = None
    description: str | None = None
    earliest: datetime | None = None
    environments: dict[str, Any] | None = None
    feature_id: int | None = None
    feature_key: str | None = None
    feature_name: str | None = None
    holdback: int | None = None
    id: int
    is_classic: bool | None = None
    key: str | None = None
    last_modified: datetime | None = None
    latest: datetime | None = None
    metrics: list[Metric] | None = None
    multivariate_traffic_policy: str | None = None
    name: str | None = None
    page_ids: list[int] | None = None
    project_id: int | None = None
    results_token: str | None = None
    schedule: dict[str, Any] | None = None
    status: str | None = None
    traffic_allocation: int | None = None
    type: str | None = None
    url_targeting: dict[str, Any] | None = None
    variations: list[Variation] | None = None
    whitelist: list[dict[str, Any]] | None = None


Experiments = TypeAdapter(list[Experiment])

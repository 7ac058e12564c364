from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class IterationInput(Body):
    """A new iteration; when an experiment is created, its first one."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "hypothesis": "hypothesis",
        "can_reshuffle_traffic": "canReshuffleTraffic",
        "metrics": "metrics",
        "primary_single_metric_key": "primarySingleMetricKey",
        "primary_funnel_key": "primaryFunnelKey",
        "attributes": "attributes",
        "covariate_id": "covariateId",
        "reallocation_frequency_millis": "reallocationFrequencyMillis",
        "treatments": "treatments",
        "flags": "flags",
        "randomization_unit": "randomizationUnit",
    }

    hypothesis: str
    """What the experiment is expected to show."""
    can_reshuffle_traffic: bool | Unset = UNSET
    """Whether traffic may be reassigned when the audience is changed. The vendor's default: True."""
    metrics: list[MetricInput]
    """What to measure; metrics, and groups of metrics."""
    primary_single_metric_key: str | Unset = UNSET
    """Key of the metric that decides the experiment; give this or primaryFunnelKey. Since 15.0.0."""
    primary_funnel_key: str | Unset = UNSET
    """Key of the funnel that decides the experiment; give this or primarySingleMetricKey. Since 15.0.0."""
    attributes: list[str] | Unset = UNSET
    """Attributes of contexts by which results can be sliced. Since 17.0.0."""
    covariate_id: str | Unset = UNSET
    """Id of the covariates that reduce variance. Since 23.0.0."""
    reallocation_frequency_millis: int | Unset = UNSET
    """How often a bandit is to reallocate traffic, in milliseconds. Since 23.0.0."""
    treatments: list[TreatmentInput]
    """The arms; exactly one is the baseline."""
    flags: dict[str, FlagInput]
    """The flags under test, by flag key."""
    randomization_unit: str | Unset = UNSET
    """The unit by which traffic is split. The vendor's default: 'user'."""


from .flag_input import FlagInput
from .metric_input import MetricInput
from .treatment_input import TreatmentInput

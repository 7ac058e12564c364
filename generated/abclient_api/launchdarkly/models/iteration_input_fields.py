from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

from ..._models import Model
from .flag_input import FlagInput
from .metric_input import MetricInput
from .treatment_input import TreatmentInput


class IterationInputFields(TypedDict, total=False):
    """A new iteration; when an experiment is created, its first one.

    The fields of ``IterationInput``, by keyword.
    """

    hypothesis: Required[str]
    """What the experiment is expected to show."""
    can_reshuffle_traffic: bool
    """Whether traffic may be reassigned when the audience is changed. The vendor's default: True."""
    metrics: Required[Sequence[MetricInput | Model | Mapping[str, Any]]]
    """What to measure; metrics, and groups of metrics."""
    primary_single_metric_key: str
    """Key of the metric that decides the experiment; give this or primaryFunnelKey. Since 15.0.0."""
    primary_funnel_key: str
    """Key of the funnel that decides the experiment; give this or primarySingleMetricKey. Since 15.0.0."""
    attributes: Sequence[str]
    """Attributes of contexts by which results can be sliced. Since 17.0.0."""
    covariate_id: str
    """Id of the covariates that reduce variance. Since 23.0.0."""
    reallocation_frequency_millis: int
    """How often a bandit is to reallocate traffic, in milliseconds. Since 23.0.0."""
    treatments: Required[Sequence[TreatmentInput | Model | Mapping[str, Any]]]
    """The arms; exactly one is the baseline."""
    flags: Required[Mapping[str, FlagInput | Model | Mapping[str, Any]]]
    """The flags under test, by flag key."""
    randomization_unit: str
    """The unit by which traffic is split. The vendor's default: 'user'."""

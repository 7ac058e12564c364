from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from abclient_api._models import Model

from .phase_input import PhaseInput
from .variation_input import VariationInput


class ExperimentCreateFields(TypedDict, total=False):
    """A new experiment.

    The fields of ``ExperimentCreate``, by keyword.
    """

    tracking_key: Required[str]
    """Key by which exposures are recorded."""
    name: Required[str]
    """Name."""
    variations: Required[Sequence[VariationInput | Model | Mapping[str, Any]]]
    """Its variations, the baseline first."""
    type: Literal["standard", "multi-armed-bandit"]
    """What kind of experiment it is."""
    datasource_id: str
    """Identifier of the data source."""
    assignment_query_id: str
    """Identifier of the query for exposures."""
    bypass_duplicate_key_check: bool
    """Whether another one may have the same tracking key."""
    template_id: str
    """Identifier of the template that it is made from."""
    project: str
    """Identifier of its project."""
    hypothesis: str
    """What is expected of it."""
    description: str
    """What it is about, in Markdown."""
    tags: Sequence[str]
    """Its tags."""
    metrics: Sequence[str]
    """Identifiers of the metrics that decide."""
    secondary_metrics: Sequence[str]
    """Identifiers of the metrics that are watched."""
    guardrail_metrics: Sequence[str]
    """Identifiers of the metrics that must not become worse."""
    activation_metric: str
    """Identifier of the metric by which units take part."""
    segment_id: str
    """Identifier of the segment that counts."""
    query_filter: str
    """Condition of SQL that is added."""
    owner: str
    """Identifier or email address of its owner."""
    archived: bool
    """Whether it is archived."""
    status: Literal["draft", "running", "stopped"]
    """Its status."""
    auto_refresh: bool
    """Whether results are computed on a schedule."""
    hash_attribute: str
    """Attribute by which units get a variation."""
    stats_engine: Literal["bayesian", "frequentist"]
    """Which statistics."""
    regression_adjustment_enabled: bool
    """Whether variance is reduced."""
    sequential_testing_enabled: bool
    """Whether frequentist results are valid at every look."""
    phases: Sequence[PhaseInput | Model | Mapping[str, Any]]
    """Its phases, in order."""
    custom_fields: Mapping[str, Any]
    """Values of the organization's own fields."""

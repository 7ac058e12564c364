from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from ..._models import Model
from .experiment_environment_input import ExperimentEnvironmentInput
from .experiment_whitelist_input import ExperimentWhitelistInput
from .metric_input import MetricInput
from .schedule_input import ScheduleInput
from .shared_code_change_input import SharedCodeChangeInput
from .url_targeting_input import URLTargetingInput
from .variation_create import VariationCreate


class ExperimentCreateFields(TypedDict, total=False):
    """What may be sent to create an experiment.

    The fields of ``ExperimentCreate``, by keyword.
    """

    archived: bool
    """Whether the experiment is archived."""
    audience_conditions: Any
    """Who sees it: the word `everyone`, or JSON in a string that combines audience ids, e.g. `["and",
    {"audience_id": 7000}]`. The vendor's default: 'everyone'."""
    campaign_id: int
    """Campaign to add a personalization experience to."""
    code_changes: Sequence[SharedCodeChangeInput | Model | Mapping[str, Any]]
    """CSS and JavaScript that runs before every variation. Web only."""
    description: str
    """Description or hypothesis of the experiment."""
    environments: Mapping[str, ExperimentEnvironmentInput | Model | Mapping[str, Any]]
    """State by environment; the keys are the environments' keys."""
    feature_id: int
    """Feature to test; makes the experiment a feature test."""
    feature_key: str
    """Key of the feature to test: letters, digits, hyphens and underscores, up to 64."""
    feature_name: str
    """Name of the feature to test; its key where none is given."""
    holdback: int
    """Share of visitors kept out, in basis points (100 = 1 %). Web only."""
    key: str
    """Unique key within the project. Full Stack and Mobile only."""
    metrics: Sequence[MetricInput | Model | Mapping[str, Any]]
    """What is measured, the primary metric first. Needed except for personalization experiences. The vendor's
    default: []."""
    multivariate_traffic_policy: Literal["full_factorial"]
    """How a multivariate test weighs its combinations; with full_factorial their weights are the products of the
    sections' weights and read-only."""
    name: str
    """Name of the experiment. Needed for Web experiments."""
    page_ids: Sequence[int]
    """Pages it runs on; this or `url_targeting`, not both."""
    project_id: Required[int]
    """Project to create the experiment in."""
    schedule: ScheduleInput | Model | Mapping[str, Any]
    """When an experiment is to start and stop by itself."""
    traffic_allocation: int
    """Share of visitors that take part, in basis points (10000 = everybody). Full Stack only."""
    type: Literal["a/b", "feature", "multivariate", "personalization", "multiarmed_bandit"]
    """Kind of the test. The vendor's default: 'a/b'."""
    url_targeting: URLTargetingInput | Model | Mapping[str, Any]
    """The URLs an experiment or campaign is to run on."""
    variations: Sequence[VariationCreate | Model | Mapping[str, Any]]
    """The variations to compare."""
    whitelist: Sequence[ExperimentWhitelistInput | Model | Mapping[str, Any]]
    """Visitors who always see a given variation."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from ..._models import Model
from .experiment_environment_update import ExperimentEnvironmentUpdate
from .experiment_whitelist_input import ExperimentWhitelistInput
from .metric_input import MetricInput
from .schedule_input import ScheduleInput
from .shared_code_change_input import SharedCodeChangeInput
from .url_targeting_input import URLTargetingInput
from .variation_update import VariationUpdate


class ExperimentUpdateFields(TypedDict, total=False):
    """The fields of an experiment to change. An empty object is legal together with `action`.

    The fields of ``ExperimentUpdate``, by keyword.
    """

    archived: bool
    """Repeated by the tutorial; answers do not have it."""
    audience_conditions: Any
    """Who sees it: the word `everyone`, or JSON in a string that combines audience ids, e.g. `["and",
    {"audience_id": 7000}]`."""
    code_changes: Sequence[SharedCodeChangeInput | Model | Mapping[str, Any]]
    """CSS and JavaScript that runs before every variation. Web only."""
    description: str
    """Description or hypothesis of the experiment."""
    environments: Mapping[str, ExperimentEnvironmentUpdate | Model | Mapping[str, Any]]
    """State by environment; the keys are the environments' keys."""
    feature_id: int
    """Feature to test; makes the experiment a feature test."""
    holdback: int
    """Share of visitors kept out, in basis points (100 = 1 %). Web only."""
    key: str
    """Unique key within the project. Full Stack and Mobile only."""
    metrics: Sequence[MetricInput | Model | Mapping[str, Any]]
    """What is measured, the primary metric first."""
    multivariate_traffic_policy: Literal["full_factorial"]
    """Repeated by the tutorial."""
    name: str
    """Name of the experiment."""
    page_ids: Sequence[int]
    """Pages it runs on; this or `url_targeting`, not both."""
    project_id: int
    """Project of the experiment, repeated by the tutorial."""
    schedule: ScheduleInput | Model | Mapping[str, Any]
    """When an experiment is to start and stop by itself."""
    traffic_allocation: int
    """Share of visitors that take part, in basis points (10000 = everybody). Full Stack only."""
    type: Literal["a/b", "feature", "multivariate", "personalization", "multiarmed_bandit"]
    """Kind of the test, repeated by the tutorial."""
    url_targeting: URLTargetingInput | Model | Mapping[str, Any]
    """The URLs an experiment or campaign is to run on."""
    variations: Sequence[VariationUpdate | Model | Mapping[str, Any]]
    """All variations of the experiment, not only those that change."""
    whitelist: Sequence[ExperimentWhitelistInput | Model | Mapping[str, Any]]
    """Visitors who always see a given variation."""

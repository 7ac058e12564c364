from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset
from ..._wire import (
    to_json_string,
)


@define(eq=False, repr=False, kw_only=True)
class ExperimentCreate(Body):
    """What may be sent to create an experiment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "audience_conditions": "audience_conditions",
        "campaign_id": "campaign_id",
        "code_changes": "changes",
        "description": "description",
        "environments": "environments",
        "feature_id": "feature_id",
        "feature_key": "feature_key",
        "feature_name": "feature_name",
        "holdback": "holdback",
        "key": "key",
        "metrics": "metrics",
        "multivariate_traffic_policy": "multivariate_traffic_policy",
        "name": "name",
        "page_ids": "page_ids",
        "project_id": "project_id",
        "schedule": "schedule",
        "traffic_allocation": "traffic_allocation",
        "type": "type",
        "url_targeting": "url_targeting",
        "variations": "variations",
        "whitelist": "whitelist",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "audience_conditions": to_json_string,
    }

    archived: bool | Unset = UNSET
    """Whether the experiment is archived."""
    audience_conditions: Any | Unset = UNSET
    """Who sees it: the word `everyone`, or JSON in a string that combines audience ids, e.g. `["and",
    {"audience_id": 7000}]`. The vendor's default: 'everyone'."""
    campaign_id: int | Unset = UNSET
    """Campaign to add a personalization experience to."""
    code_changes: list[SharedCodeChangeInput] | Unset = UNSET
    """CSS and JavaScript that runs before every variation. Web only."""
    description: str | Unset = UNSET
    """Description or hypothesis of the experiment."""
    environments: dict[str, ExperimentEnvironmentInput] | Unset = UNSET
    """State by environment; the keys are the environments' keys."""
    feature_id: int | Unset = UNSET
    """Feature to test; makes the experiment a feature test."""
    feature_key: str | Unset = UNSET
    """Key of the feature to test: letters, digits, hyphens and underscores, up to 64."""
    feature_name: str | Unset = UNSET
    """Name of the feature to test; its key where none is given."""
    holdback: int | Unset = UNSET
    """Share of visitors kept out, in basis points (100 = 1 %). Web only."""
    key: str | Unset = UNSET
    """Unique key within the project. Full Stack and Mobile only."""
    metrics: list[MetricInput] | Unset = UNSET
    """What is measured, the primary metric first. Needed except for personalization experiences. The vendor's
    default: []."""
    multivariate_traffic_policy: Literal["full_factorial"] | Unset = UNSET
    """How a multivariate test weighs its combinations; with full_factorial their weights are the products of the
    sections' weights and read-only."""
    name: str | Unset = UNSET
    """Name of the experiment. Needed for Web experiments."""
    page_ids: list[int] | Unset = UNSET
    """Pages it runs on; this or `url_targeting`, not both."""
    project_id: int
    """Project to create the experiment in."""
    schedule: ScheduleInput | Unset = UNSET
    """When an experiment is to start and stop by itself."""
    traffic_allocation: int | Unset = UNSET
    """Share of visitors that take part, in basis points (10000 = everybody). Full Stack only."""
    type: Literal["a/b", "feature", "multivariate", "personalization", "multiarmed_bandit"] | Unset = UNSET
    """Kind of the test. The vendor's default: 'a/b'."""
    url_targeting: URLTargetingInput | Unset = UNSET
    """The URLs an experiment or campaign is to run on."""
    variations: list[VariationCreate] | Unset = UNSET
    """The variations to compare."""
    whitelist: list[ExperimentWhitelistInput] | Unset = UNSET
    """Visitors who always see a given variation."""


from .experiment_environment_input import ExperimentEnvironmentInput
from .experiment_whitelist_input import ExperimentWhitelistInput
from .metric_input import MetricInput
from .schedule_input import ScheduleInput
from .shared_code_change_input import SharedCodeChangeInput
from .url_targeting_input import URLTargetingInput
from .variation_create import VariationCreate

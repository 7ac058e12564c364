from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset
from ..._wire import (
    to_json_string,
)


@define(eq=False, repr=False, kw_only=True)
class ExperimentUpdate(Body):
    """The fields of an experiment to change. An empty object is legal together with `action`."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "audience_conditions": "audience_conditions",
        "code_changes": "changes",
        "description": "description",
        "environments": "environments",
        "feature_id": "feature_id",
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
    """Repeated by the tutorial; answers do not have it."""
    audience_conditions: Any | Unset = UNSET
    """Who sees it: the word `everyone`, or JSON in a string that combines audience ids, e.g. `["and",
    {"audience_id": 7000}]`."""
    code_changes: list[SharedCodeChangeInput] | Unset = UNSET
    """CSS and JavaScript that runs before every variation. Web only."""
    description: str | Unset = UNSET
    """Description or hypothesis of the experiment."""
    environments: dict[str, ExperimentEnvironmentUpdate] | Unset = UNSET
    """State by environment; the keys are the environments' keys."""
    feature_id: int | Unset = UNSET
    """Feature to test; makes the experiment a feature test."""
    holdback: int | Unset = UNSET
    """Share of visitors kept out, in basis points (100 = 1 %). Web only."""
    key: str | Unset = UNSET
    """Unique key within the project. Full Stack and Mobile only."""
    metrics: list[MetricInput] | Unset = UNSET
    """What is measured, the primary metric first."""
    multivariate_traffic_policy: Literal["full_factorial"] | Unset = UNSET
    """Repeated by the tutorial."""
    name: str | Unset = UNSET
    """Name of the experiment."""
    page_ids: list[int] | Unset = UNSET
    """Pages it runs on; this or `url_targeting`, not both."""
    project_id: int | Unset = UNSET
    """Project of the experiment, repeated by the tutorial."""
    schedule: ScheduleInput | Unset = UNSET
    """When an experiment is to start and stop by itself."""
    traffic_allocation: int | Unset = UNSET
    """Share of visitors that take part, in basis points (10000 = everybody). Full Stack only."""
    type: Literal["a/b", "feature", "multivariate", "personalization", "multiarmed_bandit"] | Unset = UNSET
    """Kind of the test, repeated by the tutorial."""
    url_targeting: URLTargetingInput | Unset = UNSET
    """The URLs an experiment or campaign is to run on."""
    variations: list[VariationUpdate] | Unset = UNSET
    """All variations of the experiment, not only those that change."""
    whitelist: list[ExperimentWhitelistInput] | Unset = UNSET
    """Visitors who always see a given variation."""


from .experiment_environment_update import ExperimentEnvironmentUpdate
from .experiment_whitelist_input import ExperimentWhitelistInput
from .metric_input import MetricInput
from .schedule_input import ScheduleInput
from .shared_code_change_input import SharedCodeChangeInput
from .url_targeting_input import URLTargetingInput
from .variation_update import VariationUpdate

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
    """The fields of an experiment to change. An empty object is legal together with `action`.

    Attributes:
        archived: Repeated by the tutorial; answers do not have it.
        audience_conditions: Who sees it: the word `everyone`, or JSON in a string that combines audience ids,
            e.g. `["and", {"audience_id": 7000}]`.
        code_changes: CSS and JavaScript that runs before every variation. Web only.
        description: Description or hypothesis of the experiment.
        environments: State by environment; the keys are the environments' keys.
        feature_id: Feature to test; makes the experiment a feature test.
        holdback: Share of visitors kept out, in basis points (100 = 1 %). Web only.
        key: Unique key within the project. Full Stack and Mobile only.
        metrics: What is measured, the primary metric first.
        multivariate_traffic_policy: Repeated by the tutorial.
        name: Name of the experiment.
        page_ids: Pages it runs on; this or `url_targeting`, not both.
        project_id: Project of the experiment, repeated by the tutorial.
        schedule: When an experiment is to start and stop by itself.
        traffic_allocation: Share of visitors that take part, in basis points (10000 = everybody). Full Stack
            only.
        type: Kind of the test, repeated by the tutorial.
        url_targeting: The URLs an experiment or campaign is to run on.
        variations: All variations of the experiment, not only those that change.
        whitelist: Visitors who always see a given variation.
    """

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
    audience_conditions: Any | Unset = UNSET
    code_changes: list[SharedCodeChangeInput] | Unset = UNSET
    description: str | Unset = UNSET
    environments: dict[str, ExperimentEnvironmentUpdate] | Unset = UNSET
    feature_id: int | Unset = UNSET
    holdback: int | Unset = UNSET
    key: str | Unset = UNSET
    metrics: list[MetricInput] | Unset = UNSET
    multivariate_traffic_policy: Literal["full_factorial"] | Unset = UNSET
    name: str | Unset = UNSET
    page_ids: list[int] | Unset = UNSET
    project_id: int | Unset = UNSET
    schedule: ScheduleInput | Unset = UNSET
    traffic_allocation: int | Unset = UNSET
    type: Literal["a/b", "feature", "multivariate", "personalization", "multiarmed_bandit"] | Unset = UNSET
    url_targeting: URLTargetingInput | Unset = UNSET
    variations: list[VariationUpdate] | Unset = UNSET
    whitelist: list[ExperimentWhitelist] | Unset = UNSET


from .experiment_environment_update import ExperimentEnvironmentUpdate
from .experiment_whitelist import ExperimentWhitelist
from .metric_input import MetricInput
from .schedule_input import ScheduleInput
from .shared_code_change_input import SharedCodeChangeInput
from .url_targeting_input import URLTargetingInput
from .variation_update import VariationUpdate

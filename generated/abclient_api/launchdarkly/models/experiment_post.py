from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ExperimentPost(Body):
    """A new experiment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "maintainer_id": "maintainerId",
        "key": "key",
        "iteration": "iteration",
        "type": "type",
        "methodology": "methodology",
        "data_source": "dataSource",
        "analysis_config": "analysisConfig",
        "tags": "tags",
        "holdout_id": "holdoutId",
    }

    name: str
    """A name for people."""
    description: str | Unset = UNSET
    """What it is about."""
    maintainer_id: str | Unset = UNSET
    """Id of the member who looks after it. Required before 14.0.0."""
    key: str
    """The experiment's key, unique in its environment."""
    iteration: IterationInput
    """The experiment's first iteration."""
    type: Literal["experiment", "mab", "holdout"] | Unset = UNSET
    """What kind of experiment it is; mab is a bandit. Since 23.0.0. The vendor's default: 'experiment'."""
    methodology: Literal["bayesian", "frequentist", "export_only"] | Unset = UNSET
    """By which statistics it is to be judged; export_only means elsewhere. Without it, frequentist since 25.0.0
    and bayesian for bandits. Since 23.0.0."""
    data_source: Literal["launchdarkly", "snowflake"] | Unset = UNSET
    """Where its events come from; a warehouse, if they are not the vendor's. Since 23.0.0. The vendor's default:
    'launchdarkly'."""
    analysis_config: AnalysisConfigInput | Unset = UNSET
    """How its figures are to be judged. Since 23.0.0."""
    tags: list[str] | Unset = UNSET
    """Tags. Since 18.1.0."""
    holdout_id: str | Unset = UNSET
    """Id of the holdout that it is to belong to. Since 17.0.0."""


from .analysis_config_input import AnalysisConfigInput
from .iteration_input import IterationInput

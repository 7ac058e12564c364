from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from ..._models import Model
from .analysis_config_input import AnalysisConfigInput
from .iteration_input import IterationInput


class ExperimentPostFields(TypedDict, total=False):
    """A new experiment.

    The fields of ``ExperimentPost``, by keyword.
    """

    name: Required[str]
    """A name for people."""
    description: str
    """What it is about."""
    maintainer_id: str
    """Id of the member who looks after it. Required before 14.0.0."""
    key: Required[str]
    """The experiment's key, unique in its environment."""
    iteration: Required[IterationInput | Model | Mapping[str, Any]]
    """The experiment's first iteration."""
    type: Literal["experiment", "mab", "holdout"]
    """What kind of experiment it is; mab is a bandit. Since 23.0.0. The vendor's default: 'experiment'."""
    methodology: Literal["bayesian", "frequentist", "export_only"]
    """By which statistics it is to be judged; export_only means elsewhere. Without it, frequentist since 25.0.0
    and bayesian for bandits. Since 23.0.0."""
    data_source: Literal["launchdarkly", "snowflake"]
    """Where its events come from; a warehouse, if they are not the vendor's. Since 23.0.0. The vendor's default:
    'launchdarkly'."""
    analysis_config: AnalysisConfigInput | Model | Mapping[str, Any]
    """How its figures are to be judged. Since 23.0.0."""
    tags: Sequence[str]
    """Tags. Since 18.1.0."""
    holdout_id: str
    """Id of the holdout that it is to belong to. Since 17.0.0."""

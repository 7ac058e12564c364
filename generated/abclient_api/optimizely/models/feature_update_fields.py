from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from ..._models import Model
from .feature_environment_input import FeatureEnvironmentInput
from .feature_variable_update import FeatureVariableUpdate


class FeatureUpdateFields(TypedDict, total=False):
    """The fields of a feature to change.

    The fields of ``FeatureUpdate``, by keyword.
    """

    archived: bool
    """Whether the feature is archived."""
    description: str
    """What the feature is."""
    environments: Mapping[str, FeatureEnvironmentInput | Model | Mapping[str, Any]]
    """Rollout by environment; the keys are the environments' keys."""
    key: str
    """Unique key within the project."""
    name: str
    """Name of the feature."""
    project_id: int
    """Project of the feature, repeated by the tutorial."""
    variables: Sequence[FeatureVariableUpdate | Model | Mapping[str, Any]]
    """Variables; each with the `id` of the one it changes."""

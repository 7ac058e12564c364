from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

from ..._models import Model
from .feature_environment_input import FeatureEnvironmentInput
from .feature_variable_create import FeatureVariableCreate


class FeatureCreateFields(TypedDict, total=False):
    """What may be sent to create a feature.

    The fields of ``FeatureCreate``, by keyword.
    """

    archived: bool
    """Whether the feature is archived. The vendor's default: False."""
    description: str
    """What the feature is."""
    environments: Mapping[str, FeatureEnvironmentInput | Model | Mapping[str, Any]]
    """Rollout by environment; the keys are the environments' keys."""
    key: Required[str]
    """Unique key within the project."""
    name: str
    """Name of the feature."""
    project_id: Required[int]
    """Project to create the feature in."""
    variables: Sequence[FeatureVariableCreate | Model | Mapping[str, Any]]
    """Variables the feature is configured by."""

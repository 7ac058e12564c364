from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from abclient_api._models import Model

from .feature_environment_input import FeatureEnvironmentInput


class FeatureUpdateFields(TypedDict, total=False):
    """What is to be different in a feature.

    The fields of ``FeatureUpdate``, by keyword.
    """

    default_value: str
    """Value where no rule applies, as text."""
    archived: bool
    """Whether it is archived."""
    description: str
    """What it is for, in Markdown."""
    owner: str
    """Identifier or email address of its owner."""
    project: str
    """Identifier of its project."""
    tags: Sequence[str]
    """Its tags, all of them."""
    rules: Sequence[Mapping[str, Any]]
    """Its rules, all of them."""
    environments: Mapping[str, FeatureEnvironmentInput | Model | Mapping[str, Any]]
    """Whether it is on, by environment."""
    prerequisites: Sequence[str]
    """Keys of features that must be true for it."""
    json_schema: str
    """JSON Schema of its values, if they are JSON."""
    custom_fields: Mapping[str, Any]
    """Values of the organization's own fields."""

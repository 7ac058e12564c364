from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from abclient_api._models import Model

from .feature_environment_input import FeatureEnvironmentInput


class FeatureCreateFields(TypedDict, total=False):
    """A new feature.

    The fields of ``FeatureCreate``, by keyword.
    """

    id: Required[str]
    """Key: letters, digits, hyphens and underscores."""
    value_type: Required[Literal["boolean", "string", "number", "json"]]
    """Type of its value."""
    default_value: Required[str]
    """Value where no rule applies, as text."""
    archived: bool
    """Whether it is archived."""
    description: str
    """What it is for, in Markdown."""
    owner: str
    """Identifier or email address of its owner; by default the key's user."""
    project: str
    """Identifier of its project."""
    tags: Sequence[str]
    """Its tags."""
    rules: Sequence[Mapping[str, Any]]
    """Its rules, in order, as a feature has them."""
    environments: Mapping[str, FeatureEnvironmentInput | Model | Mapping[str, Any]]
    """Whether it is on, by environment."""
    prerequisites: Sequence[str]
    """Keys of features that must be true for it."""
    json_schema: str
    """JSON Schema of its values, if they are JSON."""
    custom_fields: Mapping[str, Any]
    """Values of the organization's own fields."""

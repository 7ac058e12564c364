from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from abclient_api._models import UNSET, Body, Unset
from attrs import define


@define(eq=False, repr=False, kw_only=True)
class FeatureCreate(Body):
    """A new feature."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "value_type": "valueType",
        "default_value": "defaultValue",
        "archived": "archived",
        "description": "description",
        "owner": "owner",
        "project": "project",
        "tags": "tags",
        "rules": "rules",
        "environments": "environments",
        "prerequisites": "prerequisites",
        "json_schema": "jsonSchema",
        "custom_fields": "customFields",
    }

    id: str
    """Key: letters, digits, hyphens and underscores."""
    value_type: Literal["boolean", "string", "number", "json"]
    """Type of its value."""
    default_value: str
    """Value where no rule applies, as text."""
    archived: bool | Unset = UNSET
    """Whether it is archived."""
    description: str | Unset = UNSET
    """What it is for, in Markdown."""
    owner: str | Unset = UNSET
    """Identifier or email address of its owner; by default the key's user."""
    project: str | Unset = UNSET
    """Identifier of its project."""
    tags: list[str] | Unset = UNSET
    """Its tags."""
    rules: list[dict[str, Any]] | Unset = UNSET
    """Its rules, in order, as a feature has them."""
    environments: dict[str, FeatureEnvironmentInput] | Unset = UNSET
    """Whether it is on, by environment."""
    prerequisites: list[str] | Unset = UNSET
    """Keys of features that must be true for it."""
    json_schema: str | Unset = UNSET
    """JSON Schema of its values, if they are JSON."""
    custom_fields: dict[str, Any] | Unset = UNSET
    """Values of the organization's own fields."""


from .feature_environment_input import FeatureEnvironmentInput

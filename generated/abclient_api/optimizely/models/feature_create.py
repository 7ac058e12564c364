from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class FeatureCreate(Body):
    """What may be sent to create a feature."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "description": "description",
        "environments": "environments",
        "key": "key",
        "name": "name",
        "project_id": "project_id",
        "variables": "variables",
    }

    archived: bool | Unset = UNSET
    """Whether the feature is archived. The vendor's default: False."""
    description: str | Unset = UNSET
    """What the feature is."""
    environments: dict[str, FeatureEnvironmentInput] | Unset = UNSET
    """Rollout by environment; the keys are the environments' keys."""
    key: str
    """Unique key within the project."""
    name: str | Unset = UNSET
    """Name of the feature."""
    project_id: int
    """Project to create the feature in."""
    variables: list[FeatureVariableCreate] | Unset = UNSET
    """Variables the feature is configured by."""


from .feature_environment_input import FeatureEnvironmentInput
from .feature_variable_create import FeatureVariableCreate

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class FeatureUpdate(Body):
    """The fields of a feature to change."""

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
    """Whether the feature is archived."""
    description: str | Unset = UNSET
    """What the feature is."""
    environments: dict[str, FeatureEnvironmentInput] | Unset = UNSET
    """Rollout by environment; the keys are the environments' keys."""
    key: str | Unset = UNSET
    """Unique key within the project."""
    name: str | Unset = UNSET
    """Name of the feature."""
    project_id: int | Unset = UNSET
    """Project of the feature, repeated by the tutorial."""
    variables: list[FeatureVariableUpdate] | Unset = UNSET
    """Variables; each with the `id` of the one it changes."""


from .feature_environment_input import FeatureEnvironmentInput
from .feature_variable_update import FeatureVariableUpdate

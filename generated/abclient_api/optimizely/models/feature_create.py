from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class FeatureCreate(Body):
    """What may be sent to create a feature.

    Attributes:
        archived: Whether the feature is archived. The vendor's default: False.
        description: What the feature is.
        environments: Rollout by environment; the keys are the environments' keys.
        key: Unique key within the project.
        name: Name of the feature.
        project_id: Project to create the feature in.
        variables: Variables the feature is configured by.
    """

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
    description: str | Unset = UNSET
    environments: dict[str, FeatureEnvironmentInput] | Unset = UNSET
    key: str
    name: str | Unset = UNSET
    project_id: int
    variables: list[FeatureVariableCreate] | Unset = UNSET


from .feature_environment_input import FeatureEnvironmentInput
from .feature_variable_create import FeatureVariableCreate

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class EnvironmentCreate(Body):
    """What may be sent to create an environment.

    Attributes:
        archived: Whether the environment is archived.
        description: What the environment is for.
        has_restricted_permissions: Whether only publishers and above may start experiments there. The vendor's
            default: False.
        key: Unique key within the project.
        name: Name of the environment.
        priority: Rank by which environments are ordered in the app.
        project_id: Project to create the environment in.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "description": "description",
        "has_restricted_permissions": "has_restricted_permissions",
        "key": "key",
        "name": "name",
        "priority": "priority",
        "project_id": "project_id",
    }

    archived: bool | Unset = UNSET
    description: str | Unset = UNSET
    has_restricted_permissions: bool | Unset = UNSET
    key: str
    name: str
    priority: int | Unset = UNSET
    project_id: int

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class EnvironmentUpdate(Body):
    """The fields of an environment to change."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "description": "description",
        "has_restricted_permissions": "has_restricted_permissions",
        "key": "key",
        "name": "name",
        "priority": "priority",
    }

    archived: bool | Unset = UNSET
    """Whether the environment is archived."""
    description: str | Unset = UNSET
    """What the environment is for."""
    has_restricted_permissions: bool | Unset = UNSET
    """Whether only publishers and above may start experiments there. The vendor's default: False."""
    key: str | Unset = UNSET
    """Unique key within the project."""
    name: str | Unset = UNSET
    """Name of the environment."""
    priority: int | Unset = UNSET
    """Rank by which environments are ordered in the app."""

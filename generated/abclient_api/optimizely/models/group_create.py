from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GroupCreate(Body):
    """What may be sent to create an exclusion group."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "description": "description",
        "entities": "entities",
        "name": "name",
        "project_id": "project_id",
    }

    archived: bool | Unset = UNSET
    """Whether the group is archived."""
    description: str | Unset = UNSET
    """What the group is for."""
    entities: list[GroupEntityInput] | Unset = UNSET
    """Experiments and campaigns of the group."""
    name: str
    """Name of the group."""
    project_id: int
    """Project to create the group in."""


from .group_entity_input import GroupEntityInput

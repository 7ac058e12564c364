from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GroupCreate(Body):
    """What may be sent to create an exclusion group.

    Attributes:
        archived: Whether the group is archived.
        description: What the group is for.
        entities: Experiments and campaigns of the group.
        name: Name of the group.
        project_id: Project to create the group in.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "description": "description",
        "entities": "entities",
        "name": "name",
        "project_id": "project_id",
    }

    archived: bool | Unset = UNSET
    description: str | Unset = UNSET
    entities: list[GroupEntityInput] | Unset = UNSET
    name: str
    project_id: int


from .group_entity_input import GroupEntityInput

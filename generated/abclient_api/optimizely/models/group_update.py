from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GroupUpdate(Body):
    """The fields of an exclusion group to change.

    Attributes:
        archived: Whether the group is archived. The vendor's default: False.
        description: What the group is for.
        entities: Experiments and campaigns of the group.
        name: Name of the group.
        project_id: Project of the group, repeated by the vendor's sample scripts.
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
    name: str | Unset = UNSET
    project_id: int | Unset = UNSET


from .group_entity_input import GroupEntityInput

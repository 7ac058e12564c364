from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GroupUpdate(Body):
    """The fields of an exclusion group to change."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "description": "description",
        "entities": "entities",
        "name": "name",
        "project_id": "project_id",
    }

    archived: bool | Unset = UNSET
    """Whether the group is archived. The vendor's default: False."""
    description: str | Unset = UNSET
    """What the group is for."""
    entities: list[GroupEntityInput] | Unset = UNSET
    """Experiments and campaigns of the group."""
    name: str | Unset = UNSET
    """Name of the group."""
    project_id: int | Unset = UNSET
    """Project of the group, repeated by the vendor's sample scripts."""


from .group_entity_input import GroupEntityInput

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class AttributeUpdate(Body):
    """The fields of an attribute to change.

    Attributes:
        archived: Whether the attribute is archived. The vendor's default: False.
        description: What the attribute means.
        key: Unique key within the project.
        name: Name; audience conditions refer to it.
        project_id: Project of the attribute, repeated by the tutorial.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "description": "description",
        "key": "key",
        "name": "name",
        "project_id": "project_id",
    }

    archived: bool | Unset = UNSET
    description: str | Unset = UNSET
    key: str | Unset = UNSET
    name: str | Unset = UNSET
    project_id: int | Unset = UNSET

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class AttributeUpdate(Body):
    """The fields of an attribute to change."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "description": "description",
        "key": "key",
        "name": "name",
        "project_id": "project_id",
    }

    archived: bool | Unset = UNSET
    """Whether the attribute is archived. The vendor's default: False."""
    description: str | Unset = UNSET
    """What the attribute means."""
    key: str | Unset = UNSET
    """Unique key within the project."""
    name: str | Unset = UNSET
    """Name; audience conditions refer to it."""
    project_id: int | Unset = UNSET
    """Project of the attribute, repeated by the tutorial."""

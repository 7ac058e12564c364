from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset
from ..._wire import (
    to_json_string,
)


@define(eq=False, repr=False, kw_only=True)
class AudienceUpdate(Body):
    """The fields of an audience to change."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "conditions": "conditions",
        "description": "description",
        "for_journey": "for_journey",
        "is_classic": "is_classic",
        "name": "name",
        "project_id": "project_id",
        "segmentation": "segmentation",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "conditions": to_json_string,
    }

    archived: bool | Unset = UNSET
    """Whether the audience is archived."""
    conditions: Any | Unset = UNSET
    """Who belongs to the audience: a nested and/or list, JSON in a string. A leaf is `{name, type, value}`,
    where name is the attribute's name (not its key) and type is custom_attribute; newer ones add match_type."""
    description: str | Unset = UNSET
    """Who the audience is."""
    for_journey: bool | Unset = UNSET
    """True for an audience that a journey uses or used."""
    is_classic: bool | Unset = UNSET
    """Repeated by the tutorial."""
    name: str | Unset = UNSET
    """Name of the audience."""
    project_id: int | Unset = UNSET
    """Project of the audience, repeated by the tutorial."""
    segmentation: bool | Unset = UNSET
    """Offers the audience as a segment of results. Optimizely Classic only, at most ten in a project."""

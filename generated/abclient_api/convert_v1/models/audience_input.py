from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class AudienceInput(Body):
    """An audience as it is sent. The vendor documents the same fields as for reading, none of them required."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "audience_id",
        "name": "audience_name",
        "description": "description",
        "firing_rule": "firing_rule",
        "type": "audience_type",
        "is_segment": "is_segment",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = ("id",)
    NEEDED_ON_CREATE: ClassVar[tuple[str, ...]] = ("name",)

    id: str | Unset = UNSET
    """The audience's id; to be left out when adding, repeated in the body when updating. Read-only."""
    name: str | Unset = UNSET
    """The audience's name. Required when it is created."""
    description: str | Unset = UNSET
    """A memo that helps to tell the audience from others."""
    firing_rule: RuleObject | Unset = UNSET
    """A condition for triggering a goal or matching an audience. True when any member of OR is."""
    type: Literal["permanent", "segmentation", "transient"] | Unset = UNSET
    """permanent, segmentation or transient."""
    is_segment: bool | Unset = UNSET
    """Whether the audience is to be marked as a segment."""


from .rule_object import RuleObject

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class AudienceInput(Body):
    """An audience as it is sent. The vendor documents the same fields as for reading, none of them required.

    Attributes:
        id: The audience's id; to be left out when adding, repeated in the body when updating. Read-only.
        name: The audience's name. Required when it is created.
        description: A memo that helps to tell the audience from others.
        firing_rule: A condition for triggering a goal or matching an audience. True when any member of OR is.
        type: permanent, segmentation or transient.
        is_segment: Whether the audience is to be marked as a segment.
    """

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
    name: str | Unset = UNSET
    description: str | Unset = UNSET
    firing_rule: RuleObject | Unset = UNSET
    type: Literal["permanent", "segmentation", "transient"] | Unset = UNSET
    is_segment: bool | Unset = UNSET


from .rule_object import RuleObject

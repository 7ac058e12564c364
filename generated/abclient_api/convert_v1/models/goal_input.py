from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GoalInput(Body):
    """A goal as it is sent. The vendor documents the same fields as for reading, none of them required."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "goal_id",
        "name": "goal_name",
        "description": "description",
        "triggering_rule": "triggering_rule",
        "type": "goal_type",
        "dom_interaction": "dom_interaction",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = ("id",)
    NEEDED_ON_CREATE: ClassVar[tuple[str, ...]] = ("name",)

    id: str | Unset = UNSET
    """The goal's id; to be left out when adding, repeated in the body when updating. Read-only."""
    name: str | Unset = UNSET
    """The goal's name. Required when it is created."""
    description: str | Unset = UNSET
    """A memo that helps to tell the goal from others."""
    triggering_rule: RuleObject | Unset = UNSET
    """A condition for triggering a goal or matching an audience. True when any member of OR is."""
    type: (
        Literal[
            "advanced",
            "DOM_interaction",
            "visits_page",
            "revenue",
            "clicks_link",
            "submits_form",
            "clicks_element",
            "dom_interaction",
            "scroll_percentage",
            "ga_import",
            "code_trigger",
        ]
        | Unset
    ) = UNSET
    """What triggers the goal. With DOM_interaction, fill in the field dom_interaction."""
    dom_interaction: list[DomInteraction] | Unset = UNSET
    """The events that the goal counts; for goals of type DOM_interaction."""


from .dom_interaction import DomInteraction
from .rule_object import RuleObject

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class CreateGoalRequestData(Body):
    """A goal to add."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "key": "key",
        "description": "description",
        "is_system": "is_system",
        "stats": "stats",
        "triggering_rule": "triggering_rule",
        "selected_default": "selected_default",
        "status": "status",
        "type": "type",
        "settings": "settings",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = (
        "id",
        "is_system",
    )

    id: int | Unset = UNSET
    """The id. Read-only."""
    name: str
    """What it is called."""
    key: str | Unset = UNSET
    """A name for use in code, unique in its project."""
    description: str | Unset = UNSET
    """A description."""
    is_system: bool | Unset = UNSET
    """Whether the vendor made it, so that it cannot be removed. Read-only."""
    stats: GoalStats | Unset = UNSET
    """Figures, when they are included."""
    triggering_rule: RuleObject | None | Unset = UNSET
    """When the goal counts; a goal of type `advanced` needs it."""
    selected_default: bool | Unset = UNSET
    """Whether new experiences begin with it."""
    status: Literal["active", "archived"] | Unset = UNSET
    """The status."""
    type: Literal[
        "advanced",
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
    """The kind of goal, which decides which settings it needs."""
    settings: GoalSettings | Unset = UNSET
    """Settings, which depend on the type; some types have none."""


from .goal_settings import GoalSettings
from .goal_stats import GoalStats
from .rule_object import RuleObject

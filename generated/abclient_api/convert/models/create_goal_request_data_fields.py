from collections.abc import Mapping
from typing import Any, Literal, Required, TypedDict

from .goal_settings import GoalSettings
from .goal_stats import GoalStats
from .rule_object import RuleObject


class CreateGoalRequestDataFields(TypedDict, total=False):
    """A goal to add.

    The fields of ``CreateGoalRequestData``, by keyword.
    """

    name: Required[str]
    """What it is called."""
    key: str
    """A name for use in code, unique in its project."""
    description: str
    """A description."""
    stats: GoalStats | Mapping[str, Any]
    """Figures, when they are included."""
    triggering_rule: RuleObject | Mapping[str, Any] | None
    """When the goal counts; a goal of type `advanced` needs it."""
    selected_default: bool
    """Whether new experiences begin with it."""
    status: Literal["active", "archived"]
    """The status."""
    type: Required[
        Literal[
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
    ]
    """The kind of goal, which decides which settings it needs."""
    settings: GoalSettings | Mapping[str, Any]
    """Settings, which depend on the type; some types have none."""

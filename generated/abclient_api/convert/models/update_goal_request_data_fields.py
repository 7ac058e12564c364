from collections.abc import Mapping
from typing import Any, Literal, TypedDict

from .goal_settings import GoalSettings
from .goal_stats import GoalStats
from .rule_object import RuleObject


class UpdateGoalRequestDataFields(TypedDict, total=False):
    """What to change of a goal.

    The fields of ``UpdateGoalRequestData``, by keyword.
    """

    name: str
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
    type: Literal[
        "dom_interaction",
        "scroll_percentage",
        "revenue",
        "submits_form",
        "clicks_link",
        "clicks_element",
        "advanced",
        "visits_page",
        "code_trigger",
        "ga_import",
    ]
    """The kind of goal."""
    settings: GoalSettings | Mapping[str, Any]
    """Settings, which depend on the type; some types have none."""

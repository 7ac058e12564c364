from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from .dom_interaction import DomInteraction
from .rule_object import RuleObject


class GoalCreateFields(TypedDict, total=False):
    """A goal as it is sent. The vendor documents the same fields as for reading, none of them required.

    The fields of ``GoalInput``, by keyword.
    """

    name: Required[str]
    """The goal's name."""
    description: str
    """A memo that helps to tell the goal from others."""
    triggering_rule: RuleObject | Mapping[str, Any]
    """A condition for triggering a goal or matching an audience. True when any member of OR is."""
    type: Literal[
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
    """What triggers the goal. With DOM_interaction, fill in the field dom_interaction."""
    dom_interaction: Sequence[DomInteraction | Mapping[str, Any]]
    """The events that the goal counts; for goals of type DOM_interaction."""

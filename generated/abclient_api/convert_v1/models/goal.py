from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Goal(Model):
    """What counts as a conversion."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "goal_id",
        "name": "goal_name",
        "description": "description",
        "triggering_rule": "triggering_rule",
        "type": "goal_type",
        "dom_interaction": "dom_interaction",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "triggering_rule": "read_rule_object",
        "dom_interaction": "list of read_dom_interaction",
    }

    id: str
    """The goal's id. Read-only."""
    name: str | None = None
    """The goal's name."""
    description: str | None = None
    """A memo that helps to tell the goal from others."""
    triggering_rule: RuleObject | None = None
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
        | str
        | None
    ) = None
    """What triggers the goal. With DOM_interaction, the field dom_interaction says which events on which
    elements."""
    dom_interaction: list[DomInteraction] | None = None
    """The events that the goal counts; for goals of type DOM_interaction."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["goal_id"]
            self.name = data.get("goal_name")
            self.description = data.get("description")
            self.triggering_rule = None if (v := data.get("triggering_rule")) is None else read_rule_object(v)
            self.type = data.get("goal_type")
            self.dom_interaction = (
                None
                if (v := data.get("dom_interaction")) is None
                else [read_dom_interaction(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .dom_interaction import DomInteraction, read_dom_interaction
from .rule_object import RuleObject, read_rule_object

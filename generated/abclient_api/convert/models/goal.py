from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Goal(Model):
    """What counts as a conversion."""

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
    NESTED: ClassVar[Mapping[str, str]] = {
        "stats": "read_goal_stats",
        "triggering_rule": "read_rule_object",
        "settings": "read_goal_settings",
    }

    id: int
    """The id."""
    name: str | None = None
    """What it is called."""
    key: str | None = None
    """A name for use in code, unique in its project."""
    description: str | None = None
    """A description."""
    is_system: bool | None = None
    """Whether the vendor made it, so that it cannot be removed. Read-only."""
    stats: GoalStats | None = None
    """Figures, when they are included."""
    triggering_rule: RuleObject | None = None
    """When the goal counts; only when it is included."""
    selected_default: bool | None = None
    """Whether new experiences begin with it."""
    status: Literal["active", "archived"] | str | None = None
    """The status."""
    type: (
        Literal[
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
        | str
        | None
    ) = None
    """The kind of goal."""
    settings: GoalSettings | None = None
    """Settings, which depend on the type; some types have none."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.name = data.get("name")
            self.key = data.get("key")
            self.description = data.get("description")
            self.is_system = data.get("is_system")
            self.stats = None if (v := data.get("stats")) is None else read_goal_stats(v)
            self.triggering_rule = None if (v := data.get("triggering_rule")) is None else read_rule_object(v)
            self.selected_default = data.get("selected_default")
            self.status = data.get("status")
            self.type = data.get("type")
            self.settings = None if (v := data.get("settings")) is None else read_goal_settings(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_goal: Callable[[Any], Goal] = Goal.from_dict


from .goal_settings import GoalSettings, read_goal_settings
from .goal_stats import GoalStats, read_goal_stats
from .rule_object import RuleObject, read_rule_object

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Location(Model):
    """Pages on which experiences run."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "description": "description",
        "status": "status",
        "name": "name",
        "preset": "preset",
        "selected_default": "selected_default",
        "stats": "stats",
        "rules": "rules",
        "trigger": "trigger",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "stats": "read_usage_stats",
        "rules": "read_rule_object",
        "trigger": "read_location_trigger",
    }

    id: int
    """The id."""
    description: str | None = None
    """A description."""
    status: Literal["active", "archived"] | str | None = None
    """The status."""
    name: str | None = None
    """What it is called."""
    preset: bool | None = None
    """Whether it comes from the vendor. Read-only."""
    selected_default: bool | None = None
    """Whether new experiences begin with it."""
    stats: UsageStats | None = None
    """Figures, when they are included. Read-only."""
    rules: RuleObject | None = None
    """Which pages it matches: by URL, page tags, keys of your own and JavaScript."""
    trigger: LocationTrigger | None = None
    """When the rules are looked at."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.description = data.get("description")
            self.status = data.get("status")
            self.name = data.get("name")
            self.preset = data.get("preset")
            self.selected_default = data.get("selected_default")
            self.stats = None if (v := data.get("stats")) is None else read_usage_stats(v)
            self.rules = None if (v := data.get("rules")) is None else read_rule_object(v)
            self.trigger = None if (v := data.get("trigger")) is None else read_location_trigger(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_location: Callable[[Any], Location] = Location.from_dict


from .location_trigger import LocationTrigger, read_location_trigger
from .rule_object import RuleObject, read_rule_object
from .usage_stats import UsageStats, read_usage_stats

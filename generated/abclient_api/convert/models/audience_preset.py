from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AudiencePreset(Model):
    """An audience that comes from the vendor."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "description": "description",
        "name": "name",
        "stats": "stats",
        "rules": "rules",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "stats": "read_usage_stats",
        "rules": "read_rule_object",
    }

    id: int | None = None
    """The id. Read-only."""
    description: str | None = None
    """A description."""
    name: str | None = None
    """What it is called."""
    stats: UsageStats | None = None
    """Figures, when they are included. Read-only."""
    rules: RuleObject | None = None
    """Which visitors or pages it matches."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.description = data.get("description")
            self.name = data.get("name")
            self.stats = None if (v := data.get("stats")) is None else read_usage_stats(v)
            self.rules = None if (v := data.get("rules")) is None else read_rule_object(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_audience_preset: Callable[[Any], AudiencePreset] = AudiencePreset.from_dict


from .rule_object import RuleObject, read_rule_object
from .usage_stats import UsageStats, read_usage_stats

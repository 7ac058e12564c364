from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class GoalStats(Model):
    """How often a goal is reached and used."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "conversions_last_48h": "conversions_last_48h",
        "times_used": "times_used",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    conversions_last_48h: int | None = None
    """Conversions of the last 48 hours."""
    times_used: int | None = None
    """How many experiences use it."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.conversions_last_48h = data.get("conversions_last_48h")
            self.times_used = data.get("times_used")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_goal_stats: Callable[[Any], GoalStats] = GoalStats.from_dict

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperienceStats(Model):
    """How the variations of an experience perform on its primary goal."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "goal_id": "goal_id",
        "conversions": "conversions",
        "variations_observed_results": "variations_observed_results",
        "visitors": "visitors",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "variations_observed_results": "list of read_observed_result",
    }

    goal_id: int | None = None
    """The goal, by id."""
    conversions: int | None = None
    """How many conversions there were."""
    variations_observed_results: list[ObservedResult] | None = None
    """How variations perform on the primary goal."""
    visitors: int | None = None
    """How many visitors there were."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.goal_id = data.get("goal_id")
            self.conversions = data.get("conversions")
            self.variations_observed_results = (
                None
                if (v := data.get("variations_observed_results")) is None
                else [read_observed_result(x0) for x0 in items(v) if x0 is not None]
            )
            self.visitors = data.get("visitors")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experience_stats: Callable[[Any], ExperienceStats] = ExperienceStats.from_dict


from .observed_result import ObservedResult, read_observed_result

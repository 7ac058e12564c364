from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ObservedResult(Model):
    """How a variation performs on the primary goal."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "variation_id": "variation_id",
        "improvement": "improvement",
        "probability_beat_control": "probability_beat_control",
        "test_result": "test_result",
        "revenue_per_visitor": "revenue_per_visitor",
        "mab_allocation": "mab_allocation",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    variation_id: int | None = None
    """The variation, by id."""
    improvement: float | None = None
    """The improvement over the baseline, in percent."""
    probability_beat_control: float | None = None
    """The probability to be better than the baseline; 0 while it is not known."""
    test_result: Literal["winner", "losing", "notConcluded", "noChange"] | str | None = None
    """What became of it."""
    revenue_per_visitor: float | None = None
    """Revenue for each visitor."""
    mab_allocation: float | None = None
    """The share of traffic that a multi-armed bandit gives it."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.variation_id = data.get("variation_id")
            self.improvement = data.get("improvement")
            self.probability_beat_control = data.get("probability_beat_control")
            self.test_result = data.get("test_result")
            self.revenue_per_visitor = data.get("revenue_per_visitor")
            self.mab_allocation = data.get("mab_allocation")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_observed_result: Callable[[Any], ObservedResult] = ObservedResult.from_dict

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class PrioritizationScoreAttributes(Model):
    """What a score is made of: potential, importance and ease (PIE), or impact, confidence and ease (ICE)."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "potential": "potential",
        "importance": "importance",
        "ease": "ease",
        "impact": "impact",
        "confidence": "confidence",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    potential: int | None = None
    """How much it could improve, from 1 to 5."""
    importance: int | None = None
    """How important it is, from 1 to 5."""
    ease: int | None = None
    """How easy it is to do, from 1 to 5."""
    impact: int | None = None
    """How much it would change, from 1 to 5."""
    confidence: int | None = None
    """How certain it is, from 1 to 5."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.potential = data.get("potential")
            self.importance = data.get("importance")
            self.ease = data.get("ease")
            self.impact = data.get("impact")
            self.confidence = data.get("confidence")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_prioritization_score_attributes: Callable[[Any], PrioritizationScoreAttributes] = (
    PrioritizationScoreAttributes.from_dict
)

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class PrioritizationAttributes(Model):
    """What a priority is computed from: potential, importance and ease for PIE; impact, confidence and ease for
    ICE.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "potential": "potential",
        "importance": "importance",
        "impact": "impact",
        "confidence": "confidence",
        "ease": "ease",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    potential: int | None = None
    """PIE - how much better the page can get, 1 to 5."""
    importance: int | None = None
    """PIE - how much the page matters, 1 to 5."""
    impact: int | None = None
    """ICE - how much the change would bring, 1 to 5."""
    confidence: int | None = None
    """ICE - how sure one is that it works, 1 to 5."""
    ease: int | None = None
    """PIE and ICE - how easy the change is to make, 1 to 5."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.potential = data.get("potential")
            self.importance = data.get("importance")
            self.impact = data.get("impact")
            self.confidence = data.get("confidence")
            self.ease = data.get("ease")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_prioritization_attributes: Callable[[Any], PrioritizationAttributes] = PrioritizationAttributes.from_dict

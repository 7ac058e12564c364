from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperienceVariation(Model):
    """A variation in its place in an experience."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "variation": "variation",
        "percentage": "percentage",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "variation": "read_variation",
    }

    variation: Variation | None = None
    """One version of the page."""
    percentage: float | None = None
    """Its share of the traffic, in percent."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.variation = None if (v := data.get("variation")) is None else read_variation(v)
            self.percentage = data.get("percentage")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experience_variation: Callable[[Any], ExperienceVariation] = ExperienceVariation.from_dict


from .variation import Variation, read_variation

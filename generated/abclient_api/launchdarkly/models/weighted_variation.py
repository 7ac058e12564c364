from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class WeightedVariation(Model):
    """A share of traffic for a variation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "variation": "variation",
        "weight": "weight",
        "untracked": "_untracked",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    variation: int | None = None
    """Index of the variation."""
    weight: int | None = None
    """Share of traffic, in thousandths of a percent."""
    untracked: bool | None = None
    """Whether units of this variation stay out of the experiment."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.variation = data.get("variation")
            self.weight = data.get("weight")
            self.untracked = data.get("_untracked")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_weighted_variation: Callable[[Any], WeightedVariation] = WeightedVariation.from_dict

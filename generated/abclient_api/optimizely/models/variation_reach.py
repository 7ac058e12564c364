from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VariationReach(Model):
    """How many visitors saw a variation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "name": "name",
        "variation_id": "variation_id",
        "variation_reach": "variation_reach",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    count: int | None = None
    """Number of visitors."""
    name: str | None = None
    """Name of the variation."""
    variation_id: str | None = None
    """The variation, as text; it may differ from the map's key."""
    variation_reach: float | None = None
    """Their share of all visitors, from 0 to 1."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.count = data.get("count")
            self.name = data.get("name")
            self.variation_id = data.get("variation_id")
            self.variation_reach = data.get("variation_reach")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_variation_reach: Callable[[Any], VariationReach] = VariationReach.from_dict

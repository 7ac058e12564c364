from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FlagSummary(Model):
    """How many rules and targets a flag has."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "variations": "variations",
        "prerequisites": "prerequisites",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "variations": "map of read_variation_summary",
    }

    variations: dict[str, VariationSummary] | None = None
    """Figures by index of the variation."""
    prerequisites: int | None = None
    """How many prerequisites there are."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.variations = (
                None
                if (v := data.get("variations")) is None
                else {k0: read_variation_summary(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.prerequisites = data.get("prerequisites")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_flag_summary: Callable[[Any], FlagSummary] = FlagSummary.from_dict


from .variation_summary import VariationSummary, read_variation_summary

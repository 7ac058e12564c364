from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, items, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VariationResults(Model):
    """Results of a variation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "variation_id": "variationId",
        "variation_name": "variationName",
        "users": "users",
        "analyses": "analyses",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "analyses": "list of read_analysis",
    }

    variation_id: str | None = None
    """Identifier of the variation."""
    variation_name: str | None = None
    """Name of the variation."""
    users: float | None = None
    """How many units it has."""
    analyses: list[Analysis] | None = None
    """Figures, one for each analysis."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.variation_id = data.get("variationId")
            self.variation_name = data.get("variationName")
            self.users = data.get("users")
            self.analyses = (
                None
                if (v := data.get("analyses")) is None
                else [read_analysis(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_variation_results: Callable[[Any], VariationResults] = VariationResults.from_dict


from .analysis import Analysis, read_analysis

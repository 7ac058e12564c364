from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FeatureStats(Model):
    """How often a feature is used."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "times_used": "times_used",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    times_used: int | None = None
    """How many experiences use it."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.times_used = data.get("times_used")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_feature_stats: Callable[[Any], FeatureStats] = FeatureStats.from_dict

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class UsageStats(Model):
    """How often it is used."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "experiences_usage": "experiences_usage",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    experiences_usage: float | None = None
    """How many experiences use it. The vendor's default: 0."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.experiences_usage = data.get("experiences_usage")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_usage_stats: Callable[[Any], UsageStats] = UsageStats.from_dict

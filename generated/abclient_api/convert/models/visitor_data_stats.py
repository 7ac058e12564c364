from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VisitorDataStats(Model):
    """Figures about visitor data."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "visitor_profiles_count": "visitor_profiles_count",
        "visitor_profiles_fields_count": "visitor_profiles_fields_count",
        "active_personalised_experiences_count": "active_personalised_experiences_count",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    visitor_profiles_count: int | None = None
    """How many profiles there are."""
    visitor_profiles_fields_count: int | None = None
    """How many fields profiles have."""
    active_personalised_experiences_count: int | None = None
    """How many running experiences use visitor data."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.visitor_profiles_count = data.get("visitor_profiles_count")
            self.visitor_profiles_fields_count = data.get("visitor_profiles_fields_count")
            self.active_personalised_experiences_count = data.get("active_personalised_experiences_count")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_visitor_data_stats: Callable[[Any], VisitorDataStats] = VisitorDataStats.from_dict

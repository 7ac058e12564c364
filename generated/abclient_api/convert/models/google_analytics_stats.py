from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class GoogleAnalyticsStats(Model):
    """What is in use at Google Analytics."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "used_slots": "used_slots",
        "used_dimensions": "used_dimensions",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "used_slots": "list of scalar",
        "used_dimensions": "list of scalar",
    }

    used_slots: list[int] | None = None
    """Custom variables in use; superseded by dimensions."""
    used_dimensions: list[int] | None = None
    """Custom dimensions in use."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.used_slots = None if (v := data.get("used_slots")) is None else without_nulls(items(v))
            self.used_dimensions = None if (v := data.get("used_dimensions")) is None else without_nulls(items(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_google_analytics_stats: Callable[[Any], GoogleAnalyticsStats] = GoogleAnalyticsStats.from_dict

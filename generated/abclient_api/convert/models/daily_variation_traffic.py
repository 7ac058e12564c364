from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class DailyVariationTraffic(Model):
    """The share of traffic of a variation by day."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "stats": "stats",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "stats": "list of read_stats_data_point",
    }

    id: float | None = None
    """The variation, by id."""
    stats: list[StatsDataPoint] | None = None
    """The share of traffic in percent, one for each day."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.stats = (
                None
                if (v := data.get("stats")) is None
                else [read_stats_data_point(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_daily_variation_traffic: Callable[[Any], DailyVariationTraffic] = DailyVariationTraffic.from_dict


from .stats_data_point import StatsDataPoint, read_stats_data_point

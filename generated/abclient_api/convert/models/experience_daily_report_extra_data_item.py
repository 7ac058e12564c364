from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperienceDailyReportExtraDataItem(Model):
    """A series over all variations."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "stats": "stats",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "stats": "list of read_stats_data_point",
    }

    type: (
        Literal["total_visitors", "avg_conversion_rate", "avg_revenue_visitor", "avg_products_ordered"] | str | None
    ) = None
    """Which series it is."""
    stats: list[StatsDataPoint] | None = None
    """One for each day."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.type = data.get("type")
            self.stats = (
                None
                if (v := data.get("stats")) is None
                else [read_stats_data_point(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experience_daily_report_extra_data_item: Callable[[Any], ExperienceDailyReportExtraDataItem] = (
    ExperienceDailyReportExtraDataItem.from_dict
)


from .stats_data_point import StatsDataPoint, read_stats_data_point

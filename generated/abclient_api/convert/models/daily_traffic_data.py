from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class DailyTrafficData(Model):
    """The shares of traffic by day."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "variations": "variations",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "variations": "list of read_daily_variation_traffic",
    }

    variations: list[DailyVariationTraffic] | None = None
    """The days of each variation."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.variations = (
                None
                if (v := data.get("variations")) is None
                else [read_daily_variation_traffic(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_daily_traffic_data: Callable[[Any], DailyTrafficData] = DailyTrafficData.from_dict


from .daily_variation_traffic import DailyVariationTraffic, read_daily_variation_traffic

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ReportingSettings(Model):
    """Which visitors and orders the project's reports count. The vendor gives names and types only."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "min_order_value": "min_order_value",
        "max_order_value": "max_order_value",
        "min_running_time": "min_running_time",
        "min_variation_visitors": "min_variation_visitors",
        "min_variation_conversions": "min_variation_conversions",
        "tested_visitors_quota": "tested_visitors_quota",
        "max_variation_visitors": "max_variation_visitors",
        "currency_symbol": "curency_symbol",
        "blocked_ips": "blocked_ips",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "blocked_ips": "list of scalar",
    }

    min_order_value: float | None = None
    """Orders below this value are left out."""
    max_order_value: float | None = None
    """Orders above this value are left out."""
    min_running_time: float | None = None
    """How long an experience runs at least before it has a result."""
    min_variation_visitors: float | None = None
    """How many visitors each variation needs at least before it has a result."""
    min_variation_conversions: float | None = None
    """How many conversions each variation needs at least before it has a result."""
    tested_visitors_quota: float | None = None
    """Limit on the number of tested visitors."""
    max_variation_visitors: float | None = None
    """How many visitors each variation gets at most."""
    currency_symbol: str | None = None
    """Symbol of the currency in which order values are shown."""
    blocked_ips: list[str] | None = None
    """IP addresses whose visits are not counted."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.min_order_value = data.get("min_order_value")
            self.max_order_value = data.get("max_order_value")
            self.min_running_time = data.get("min_running_time")
            self.min_variation_visitors = data.get("min_variation_visitors")
            self.min_variation_conversions = data.get("min_variation_conversions")
            self.tested_visitors_quota = data.get("tested_visitors_quota")
            self.max_variation_visitors = data.get("max_variation_visitors")
            self.currency_symbol = data.get("curency_symbol")
            self.blocked_ips = None if (v := data.get("blocked_ips")) is None else without_nulls(items(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_reporting_settings: Callable[[Any], ReportingSettings] = ReportingSettings.from_dict

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ReportingSettingsInput(Body):
    """Reporting settings as they are sent; the same fields as for reading."""

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

    min_order_value: float | Unset = UNSET
    """Leave out orders below this value."""
    max_order_value: float | Unset = UNSET
    """Leave out orders above this value."""
    min_running_time: float | Unset = UNSET
    """How long an experience runs at least before it has a result."""
    min_variation_visitors: float | Unset = UNSET
    """How many visitors each variation needs at least before it has a result."""
    min_variation_conversions: float | Unset = UNSET
    """How many conversions each variation needs at least before it has a result."""
    tested_visitors_quota: float | Unset = UNSET
    """Limit on the number of tested visitors."""
    max_variation_visitors: float | Unset = UNSET
    """How many visitors each variation gets at most."""
    currency_symbol: str | Unset = UNSET
    """Symbol of the currency in which order values are shown."""
    blocked_ips: list[str] | Unset = UNSET
    """IP addresses whose visits are not counted."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, new, salvaged, without_nulls
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ProductUsage(Model):
    """Usage of one product in the current term."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "allocation_term_in_months": "allocation_term_in_months",
        "end_time": "end_time",
        "last_update_time": "last_update_time",
        "overage_cents_per_visitor": "overage_cents_per_visitor",
        "product_name": "product_name",
        "projects": "projects",
        "start_time": "start_time",
        "usage": "usage",
        "usage_allowance": "usage_allowance",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "end_time": to_datetime,
        "last_update_time": to_datetime,
        "start_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "projects": "map of scalar",
    }

    allocation_term_in_months: int | None = None
    """Length of the term in months."""
    end_time: datetime.datetime | None = None
    """End of the term, when the usage begins at 0 again, UTC."""
    last_update_time: datetime.datetime | None = None
    """When the usage was last counted, UTC."""
    overage_cents_per_visitor: float | None = None
    """Price in cents of each unit above the allowance; only with a limited allowance."""
    product_name: (
        Literal[
            "Optimizely X AB Testing",
            "Classic AB Testing",
            "Personalization",
            "Mobile",
            "Full Stack",
            "Recommendations",
            "Over The Top",
            "Impressions",
        ]
        | str
        | None
    ) = None
    """The product."""
    projects: dict[str, int] | None = None
    """Usage by project id, as text; only for impressions."""
    start_time: datetime.datetime | None = None
    """Start of the term, UTC."""
    usage: int | None = None
    """Units used in the term."""
    usage_allowance: int | None = None
    """Units allowed in the term; only with a limited allowance."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.allocation_term_in_months = data.get("allocation_term_in_months")
            self.end_time = None if (v := data.get("end_time")) is None else to_datetime(v)
            self.last_update_time = None if (v := data.get("last_update_time")) is None else to_datetime(v)
            self.overage_cents_per_visitor = data.get("overage_cents_per_visitor")
            self.product_name = data.get("product_name")
            self.projects = None if (v := data.get("projects")) is None else without_nulls(entries(v))
            self.start_time = None if (v := data.get("start_time")) is None else to_datetime(v)
            self.usage = data.get("usage")
            self.usage_allowance = data.get("usage_allowance")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_product_usage: Callable[[Any], ProductUsage] = ProductUsage.from_dict

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    to_date,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ImpressionsUsageSummary(Model):
    """Impressions of an account in its current subscription."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "allowance": "allowance",
        "end_date": "end_date",
        "last_update_date": "last_update_date",
        "start_date": "start_date",
        "usage": "usage",
        "usage_percentage": "usage_percentage",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "end_date": to_date,
        "last_update_date": to_date,
        "start_date": to_date,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    allowance: int | None = None
    """Impressions bought."""
    end_date: datetime.date | None = None
    """Last day of the subscription."""
    last_update_date: datetime.date | None = None
    """Day the usage was last counted."""
    start_date: datetime.date | None = None
    """First day of the subscription."""
    usage: int | None = None
    """Impressions used."""
    usage_percentage: float | None = None
    """Share of the allowance used, in per cent."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.allowance = data.get("allowance")
            self.end_date = None if (v := data.get("end_date")) is None else to_date(v)
            self.last_update_date = None if (v := data.get("last_update_date")) is None else to_date(v)
            self.start_date = None if (v := data.get("start_date")) is None else to_date(v)
            self.usage = data.get("usage")
            self.usage_percentage = data.get("usage_percentage")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self

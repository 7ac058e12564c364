from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VisitorInsightsStats(Model):
    """How much was recorded of visitors' behavior."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "usage": "usage",
        "reset_at": "reset_at",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "reset_at": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    usage: float | None = None
    """How much of the quota is used."""
    reset_at: datetime.datetime | None = None
    """When the usage begins anew."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.usage = data.get("usage")
            self.reset_at = None if (v := data.get("reset_at")) is None else to_datetime(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_visitor_insights_stats: Callable[[Any], VisitorInsightsStats] = VisitorInsightsStats.from_dict

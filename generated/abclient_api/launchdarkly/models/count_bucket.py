from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    from_epoch_milliseconds,
    to_epoch_milliseconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class CountBucket(Model):
    """How many entries a piece of time has."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "timestamp": "timestamp",
        "count": "count",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "timestamp": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "timestamp": to_epoch_milliseconds,
    }

    timestamp: datetime.datetime | None = None
    """When the bucket begins."""
    count: int | None = None
    """How many entries."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.timestamp = None if (v := data.get("timestamp")) is None else from_epoch_milliseconds(v)
            self.count = data.get("count")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_count_bucket: Callable[[Any], CountBucket] = CountBucket.from_dict

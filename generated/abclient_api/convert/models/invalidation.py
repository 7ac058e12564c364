from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    from_epoch_seconds,
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Invalidation(Model):
    """When caches are cleared."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "js": "js",
        "data": "data",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "js": from_epoch_seconds,
        "data": from_epoch_seconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "js": to_epoch_seconds,
        "data": to_epoch_seconds,
    }

    js: datetime.datetime | None = None
    """When that of JavaScript is cleared."""
    data: datetime.datetime | None = None
    """When that of the configuration is cleared."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.js = None if (v := data.get("js")) is None else from_epoch_seconds(v)
            self.data = None if (v := data.get("data")) is None else from_epoch_seconds(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_invalidation: Callable[[Any], Invalidation] = Invalidation.from_dict

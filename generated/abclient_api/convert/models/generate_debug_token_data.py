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
class GenerateDebugTokenData(Model):
    """A token of the debugger."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "value": "value",
        "ttl": "ttl",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "ttl": from_epoch_seconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "ttl": to_epoch_seconds,
    }

    SECRET: ClassVar[tuple[str, ...]] = ("value",)

    value: str | None = None
    """The token."""
    ttl: datetime.datetime | None = None
    """Until when it is valid."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.value = data.get("value")
            self.ttl = None if (v := data.get("ttl")) is None else from_epoch_seconds(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_generate_debug_token_data: Callable[[Any], GenerateDebugTokenData] = GenerateDebugTokenData.from_dict

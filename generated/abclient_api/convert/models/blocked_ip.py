from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BlockedIp(Model):
    """An address that is not tracked."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "value": "value",
        "name": "name",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    value: str | None = None
    """The IP address."""
    name: str | None = None
    """A note on it."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.value = data.get("value")
            self.name = data.get("name")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_blocked_ip: Callable[[Any], BlockedIp] = BlockedIp.from_dict

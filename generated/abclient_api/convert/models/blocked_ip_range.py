from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BlockedIpRange(Model):
    """A range of addresses that are not tracked."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "start": "start",
        "end": "end",
        "name": "name",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    start: str | None = None
    """The first address."""
    end: str | None = None
    """The last address."""
    name: str | None = None
    """A note on it."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.start = data.get("start")
            self.end = data.get("end")
            self.name = data.get("name")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_blocked_ip_range: Callable[[Any], BlockedIpRange] = BlockedIpRange.from_dict

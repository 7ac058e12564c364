from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BlockedIps(Model):
    """Addresses that are not tracked."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "single": "single",
        "range": "range",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "single": "list of read_blocked_ip",
        "range": "list of read_blocked_ip_range",
    }

    single: list[BlockedIp] | None = None
    """Single addresses."""
    range: list[BlockedIpRange] | None = None
    """Ranges of addresses."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.single = (
                None
                if (v := data.get("single")) is None
                else [read_blocked_ip(x0) for x0 in items(v) if x0 is not None]
            )
            self.range = (
                None
                if (v := data.get("range")) is None
                else [read_blocked_ip_range(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_blocked_ips: Callable[[Any], BlockedIps] = BlockedIps.from_dict


from .blocked_ip import BlockedIp, read_blocked_ip
from .blocked_ip_range import BlockedIpRange, read_blocked_ip_range

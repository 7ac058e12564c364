from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AccountBlockedIps(Model):
    """Addresses that are not tracked in any project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "range": "range",
        "single": "single",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "range": "list of map of any",
        "single": "list of map of any",
    }

    range: list[dict[str, Any]] | None = None
    """Ranges of addresses."""
    single: list[dict[str, Any]] | None = None
    """Single addresses."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.range = (
                None if (v := data.get("range")) is None else [entries(x0) for x0 in items(v) if x0 is not None]
            )
            self.single = (
                None if (v := data.get("single")) is None else [entries(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_account_blocked_ips: Callable[[Any], AccountBlockedIps] = AccountBlockedIps.from_dict

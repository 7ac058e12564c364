from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class TestedUsage(Model):
    """How much of the quota is used."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "used_tested_users": "used_tested_users",
        "used_tested_visitors": "used_tested_visitors",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    used_tested_users: int | None = None
    """How many users have been tested."""
    used_tested_visitors: int | None = None
    """How many visitors have been tested."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.used_tested_users = data.get("used_tested_users")
            self.used_tested_visitors = data.get("used_tested_visitors")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_tested_usage: Callable[[Any], TestedUsage] = TestedUsage.from_dict

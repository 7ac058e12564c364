from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class PendingChanges(Model):
    """What has changed since caches were cleared."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "data": "data",
        "js": "js",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    data: bool | None = None
    """Whether the configuration has changed."""
    js: bool | None = None
    """Whether JavaScript has changed."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.data = data.get("data")
            self.js = data.get("js")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_pending_changes: Callable[[Any], PendingChanges] = PendingChanges.from_dict

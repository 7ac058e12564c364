from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Prerequisite(Model):
    """A flag that must serve a variation first."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "variation": "variation",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    key: str | None = None
    """Its key."""
    variation: int | None = None
    """Index of the variation."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data.get("key")
            self.variation = data.get("variation")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_prerequisite: Callable[[Any], Prerequisite] = Prerequisite.from_dict

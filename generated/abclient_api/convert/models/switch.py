from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Switch(Model):
    """Something that is on or off."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "enabled": "enabled",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    enabled: bool | None = None
    """Whether it is on. The vendor's default: False."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.enabled = data.get("enabled")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_switch: Callable[[Any], Switch] = Switch.from_dict

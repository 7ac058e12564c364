from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Defaults(Model):
    """The variations that new environments start with."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "on_variation": "onVariation",
        "off_variation": "offVariation",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    on_variation: int | None = None
    """Index of the variation that is served while the flag is on."""
    off_variation: int | None = None
    """Index of the variation that is served while the flag is off."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.on_variation = data.get("onVariation")
            self.off_variation = data.get("offVariation")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_defaults: Callable[[Any], Defaults] = Defaults.from_dict

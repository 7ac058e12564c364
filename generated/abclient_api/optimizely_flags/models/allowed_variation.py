from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AllowedVariation(Model):
    """A variation, by key."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    key: str | None = None
    """Key of the variation."""
    name: str | None = None
    """Name of the variation."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data.get("key")
            self.name = data.get("name")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_allowed_variation: Callable[[Any], AllowedVariation] = AllowedVariation.from_dict

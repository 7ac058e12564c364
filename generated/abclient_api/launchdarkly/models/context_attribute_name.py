from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ContextAttributeName(Model):
    """An attribute that contexts have."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "weight": "weight",
        "redacted": "redacted",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    name: str | None = None
    """The attribute's name."""
    weight: int | None = None
    """How often it was seen, compared with others."""
    redacted: bool | None = None
    """Whether the values are redacted."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.name = data.get("name")
            self.weight = data.get("weight")
            self.redacted = data.get("redacted")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_context_attribute_name: Callable[[Any], ContextAttributeName] = ContextAttributeName.from_dict

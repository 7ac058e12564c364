from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ContextAttributeValue(Model):
    """A value of an attribute."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "weight": "weight",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    name: Any = None
    """A value of the attribute; any JSON."""
    weight: int | None = None
    """How often it was seen, compared with others."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.name = data.get("name")
            self.weight = data.get("weight")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_context_attribute_value: Callable[[Any], ContextAttributeValue] = ContextAttributeValue.from_dict

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ContextAttributeValuesCollection(Model):
    """The values of an attribute, by kind of context."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "items": "list of read_context_attribute_values",
    }

    items: list[ContextAttributeValues] | None = None
    """The items of this page."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.items = (
                None
                if (v := data.get("items")) is None
                else [read_context_attribute_values(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .context_attribute_values import ContextAttributeValues, read_context_attribute_values

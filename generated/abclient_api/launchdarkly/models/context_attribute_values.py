from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ContextAttributeValues(Model):
    """The values of an attribute for one kind of contexts."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "kind": "kind",
        "values": "values",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "values": "list of read_context_attribute_value",
    }

    kind: str | None = None
    """Kind of the contexts."""
    values: list[ContextAttributeValue] | None = None
    """Values of the attribute."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.kind = data.get("kind")
            self.values = (
                None
                if (v := data.get("values")) is None
                else [read_context_attribute_value(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_context_attribute_values: Callable[[Any], ContextAttributeValues] = ContextAttributeValues.from_dict


from .context_attribute_value import ContextAttributeValue, read_context_attribute_value

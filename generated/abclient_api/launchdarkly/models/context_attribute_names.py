from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ContextAttributeNames(Model):
    """The attributes of one kind of contexts."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "kind": "kind",
        "names": "names",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "names": "list of read_context_attribute_name",
    }

    kind: str | None = None
    """Kind of the contexts."""
    names: list[ContextAttributeName] | None = None
    """The attributes' names."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.kind = data.get("kind")
            self.names = (
                None
                if (v := data.get("names")) is None
                else [read_context_attribute_name(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_context_attribute_names: Callable[[Any], ContextAttributeNames] = ContextAttributeNames.from_dict


from .context_attribute_name import ContextAttributeName, read_context_attribute_name

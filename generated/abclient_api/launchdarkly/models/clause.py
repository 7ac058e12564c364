from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Clause(Model):
    """A condition of a rule."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "_id",
        "attribute": "attribute",
        "op": "op",
        "values": "values",
        "context_kind": "contextKind",
        "negate": "negate",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "values": "list of any",
    }

    id: str | None = None
    """Its id."""
    attribute: str | None = None
    """The attribute that is compared."""
    op: str | None = None
    """The operator, such as in or startsWith."""
    values: list[Any] | None = None
    """The values to compare with."""
    context_kind: str | None = None
    """The kind of context."""
    negate: bool | None = None
    """Whether the condition is negated."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("_id")
            self.attribute = data.get("attribute")
            self.op = data.get("op")
            self.values = None if (v := data.get("values")) is None else items(v)
            self.context_kind = data.get("contextKind")
            self.negate = data.get("negate")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_clause: Callable[[Any], Clause] = Clause.from_dict

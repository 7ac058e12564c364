from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Variation(Model):
    """A variation of a flag."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "_id",
        "value": "value",
        "value_hash": "valueHash",
        "description": "description",
        "name": "name",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: str | None = None
    """Its id."""
    value: Any = None
    """What the flag gives; any JSON."""
    value_hash: str | None = None
    """A hash of the value."""
    description: str | None = None
    """What it is about."""
    name: str | None = None
    """A name for people."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("_id")
            self.value = data.get("value")
            self.value_hash = data.get("valueHash")
            self.description = data.get("description")
            self.name = data.get("name")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_variation: Callable[[Any], Variation] = Variation.from_dict

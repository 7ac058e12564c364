from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Tag(Model):
    """A tag."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "description": "description",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: int
    """The id."""
    name: str | None = None
    """What it is called."""
    description: str | None = None
    """A description."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.name = data.get("name")
            self.description = data.get("description")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_tag: Callable[[Any], Tag] = Tag.from_dict

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ChangeHistoryEntry(Model):
    """Entities of one kind."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "entity_ids": "entity_ids",
        "entity_type": "entity_type",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "entity_ids": "list of any",
    }

    entity_ids: list[Any] | None = None
    """Identifiers of the entities, numbers or texts."""
    entity_type: str | None = None
    """Kind of the entities."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.entity_ids = None if (v := data.get("entity_ids")) is None else items(v)
            self.entity_type = data.get("entity_type")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self

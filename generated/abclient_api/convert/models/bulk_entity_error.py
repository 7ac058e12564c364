from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BulkEntityError(Model):
    """What could not be changed, and why."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "message": "message",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: int | None = None
    """The id of what could not be changed."""
    message: str | None = None
    """What happened, in words."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.message = data.get("message")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_bulk_entity_error: Callable[[Any], BulkEntityError] = BulkEntityError.from_dict

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BulkSuccessData(Model):
    """What became of a change of several objects."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "code": "code",
        "message": "message",
        "errors": "errors",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "errors": "list of read_bulk_entity_error",
    }

    code: int
    """The status as a number."""
    message: str | None = None
    """What happened, in words."""
    errors: list[BulkEntityError] | None = None
    """What could not be changed."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.code = data["code"]
            self.message = data.get("message")
            self.errors = (
                None
                if (v := data.get("errors")) is None
                else [read_bulk_entity_error(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .bulk_entity_error import BulkEntityError, read_bulk_entity_error

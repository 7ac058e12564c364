from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ErrorResponse(Model):
    """What went wrong."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "details": "details",
        "status": "status",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    details: str | None = None
    """What went wrong."""
    status: int | None = None
    """HTTP status."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.details = data.get("details")
            self.status = data.get("status")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BrainstormError(Model):
    """The vendor's model could not answer."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "message": "message",
        "type": "type",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: str | None = None
    """Number of it, given by the vendor."""
    message: str | None = None
    """What went wrong."""
    type: str | None = None
    """`error`."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.message = data.get("message")
            self.type = data.get("type")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class UnauthorizedErrorRep(Model):
    """Error body of 401."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "code": "code",
        "message": "message",
        "id": "id",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    code: str | None = None
    """Such as unauthorized; may be missing."""
    message: str | None = None
    """What is wrong."""
    id: str | None = None
    """A UUID to quote to the vendor's support."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.code = data.get("code")
            self.message = data.get("message")
            self.id = data.get("id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Error(Model):
    """What a refused call answers. Every field may be missing."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "code": "code",
        "message": "message",
        "messages": "messages",
        "uuid": "uuid",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    code: str | None = None
    """Error code."""
    message: str | None = None
    """What went wrong, for people."""
    messages: Any = None
    """Details by field, an object."""
    uuid: str | None = None
    """Identifier (UUID) of the failed call, to quote to the vendor's support."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.code = data.get("code")
            self.message = data.get("message")
            self.messages = data.get("messages")
            self.uuid = data.get("uuid")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self

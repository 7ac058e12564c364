from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BrainstormUserChat(Model):
    """What the user says to the vendor's model."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "type": "type",
        "user_chat": "user_chat",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: str | None = None
    """Number of it, given by the vendor."""
    type: str | None = None
    """`user_chat`."""
    user_chat: str | None = None
    """What the user asks for."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.type = data.get("type")
            self.user_chat = data.get("user_chat")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BrainstormVariationsInteraction(Model):
    """One turn of a conversation about variations."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "type": "type",
        "user_chat": "user_chat",
        "variations": "variations",
        "message": "message",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "variations": "list of read_brainstorm_variation",
    }

    id: str | None = None
    """Number of it, given by the vendor."""
    type: str | None = None
    """`user_chat`, `response` or `error`."""
    user_chat: str | None = None
    """What the user asks for."""
    variations: list[BrainstormVariation] | None = None
    """Variations that are proposed."""
    message: str | None = None
    """What went wrong."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.type = data.get("type")
            self.user_chat = data.get("user_chat")
            self.variations = (
                None
                if (v := data.get("variations")) is None
                else [read_brainstorm_variation(x0) for x0 in items(v) if x0 is not None]
            )
            self.message = data.get("message")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .brainstorm_variation import BrainstormVariation, read_brainstorm_variation

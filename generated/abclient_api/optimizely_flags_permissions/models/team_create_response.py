from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class TeamCreateResponse(Model):
    """The new team."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "team_id": "team_id",
        "message": "message",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    team_id: str
    """Identifier of the team."""
    message: str | None = None
    """What was done, in words."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.team_id = data["team_id"]
            self.message = data.get("message")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self

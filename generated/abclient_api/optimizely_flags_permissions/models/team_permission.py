from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class TeamPermission(Model):
    """Role of a team."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "team_id": "team_id",
        "name": "name",
        "role": "role",
        "external_ref": "external_ref",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    team_id: str | None = None
    """Identifier of the team."""
    name: str | None = None
    """Name of the team."""
    role: str | None = None
    """Role that the team was given."""
    external_ref: str | None = None
    """What another system calls the team."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.team_id = data.get("team_id")
            self.name = data.get("name")
            self.role = data.get("role")
            self.external_ref = data.get("external_ref")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_team_permission: Callable[[Any], TeamPermission] = TeamPermission.from_dict

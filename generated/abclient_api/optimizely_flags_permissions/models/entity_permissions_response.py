from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class EntityPermissionsResponse(Model):
    """Who may do what with an entity."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "users": "users",
        "teams": "teams",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "users": "list of read_user_permission",
        "teams": "list of read_team_permission",
    }

    users: list[UserPermission] | None = None
    """Roles of users."""
    teams: list[TeamPermission] | None = None
    """Roles of teams."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.users = (
                None
                if (v := data.get("users")) is None
                else [read_user_permission(x0) for x0 in items(v) if x0 is not None]
            )
            self.teams = (
                None
                if (v := data.get("teams")) is None
                else [read_team_permission(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .team_permission import TeamPermission, read_team_permission
from .user_permission import UserPermission, read_user_permission

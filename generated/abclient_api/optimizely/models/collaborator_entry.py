from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class CollaboratorEntry(Model):
    """A person who works in an account."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "profile": "profile",
        "project_roles": "project_roles",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "profile": "read_user_profile",
        "project_roles": "list of read_project_role",
    }

    id: str | None = None
    """Identifier (UUID) of the person. Read-only."""
    profile: UserProfile | None = None
    """A person's profile."""
    project_roles: list[ProjectRole] | None = None
    """Their roles by project."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.profile = None if (v := data.get("profile")) is None else read_user_profile(v)
            self.project_roles = (
                None
                if (v := data.get("project_roles")) is None
                else [read_project_role(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .project_role import ProjectRole, read_project_role
from .user_profile import UserProfile, read_user_profile

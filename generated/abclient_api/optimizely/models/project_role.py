from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ProjectRole(Model):
    """A person's role in a project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "invitation_status": "invitation_status",
        "project_id": "project_id",
        "role": "role",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    invitation_status: Literal["pending"] | str | None = None
    """Present while the invitation is open. Read-only."""
    project_id: int | None = None
    """The project. Read-only."""
    role: (
        Literal[
            "administrator",
            "viewer",
            "restricted_editor",
            "editor",
            "restricted_publisher",
            "publisher",
            "project_owner",
        ]
        | str
        | None
    ) = None
    """The role. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.invitation_status = data.get("invitation_status")
            self.project_id = data.get("project_id")
            self.role = data.get("role")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_project_role: Callable[[Any], ProjectRole] = ProjectRole.from_dict

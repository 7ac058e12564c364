from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._unions import expandable


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ProjectAccess(Model):
    """What a collaborator may do in a project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "api_access": "api_access",
        "status": "status",
        "project": "project",
        "role": "role",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "project": "read_project_expandable",
    }

    api_access: bool | None = None
    """Whether the user may create API keys."""
    status: Literal["active", "pending"] | str | None = None
    """Whether the invitation has been accepted. Read-only."""
    project: int | Project | None = None
    """The project by id, or whole where it is expanded."""
    role: Literal["owner", "account_manager", "admin", "browse", "edit", "publish", "review"] | str | None = None
    """The role in that project."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.api_access = data.get("api_access")
            self.status = data.get("status")
            self.project = None if (v := data.get("project")) is None else read_project_expandable(v)
            self.role = data.get("role")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_project_access: Callable[[Any], ProjectAccess] = ProjectAccess.from_dict


from .. import models

if TYPE_CHECKING:
    from .project import Project


read_project_expandable: Callable[[Any], Any] = expandable(models, "Project")

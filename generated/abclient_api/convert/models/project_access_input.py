from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ProjectAccessInput(Body):
    """What a collaborator may do in a project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "api_access": "api_access",
        "status": "status",
        "project": "project",
        "role": "role",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = ("status",)

    api_access: bool | Unset = UNSET
    """Whether the user may create API keys."""
    status: Literal["active", "pending"] | Unset = UNSET
    """The status. Read-only."""
    project: int | ProjectInput | None | Unset = UNSET
    """The project, by id."""
    role: Literal["admin", "account_manager", "browse", "edit", "publish", "review"] | Unset = UNSET
    """The role in that project."""


if TYPE_CHECKING:
    from .project_input import ProjectInput

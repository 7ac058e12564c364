from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class CollaboratorEntryInput(Body):
    """A person to invite."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "profile": "profile",
        "project_roles": "project_roles",
    }

    profile: UserProfileInput | Unset = UNSET
    """Who is to be invited."""
    project_roles: list[ProjectRoleInput] | Unset = UNSET
    """The roles that the person is to have."""


from .project_role_input import ProjectRoleInput
from .user_profile_input import UserProfileInput

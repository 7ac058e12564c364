from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class AccountUserAccessesDelete(Body):
    """A collaborator to remove from some projects, by id or address."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "user_id": "user_id",
        "accesses": "accesses",
        "email": "email",
    }

    user_id: str | None | Unset = UNSET
    """The id of the user."""
    accesses: list[ProjectAccessId] | Unset = UNSET
    """The projects, by id."""
    email: str | Unset = UNSET
    """The user's address."""


from .project_access_id import ProjectAccessId

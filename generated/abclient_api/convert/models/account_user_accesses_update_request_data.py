from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class AccountUserAccessesUpdateRequestData(Body):
    """What a collaborator may do from now on, by id or address."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "user_id": "user_id",
        "first_name": "first_name",
        "last_name": "last_name",
        "accesses": "accesses",
        "custom_message": "custom_message",
        "expand": "expand",
        "email": "email",
    }

    user_id: str | None | Unset = UNSET
    """The id of the user."""
    first_name: str | Unset = UNSET
    """The given name."""
    last_name: str | Unset = UNSET
    """The family name."""
    accesses: list[ProjectAccessInput] | Unset = UNSET
    """Which projects, and with which role."""
    custom_message: str | Unset = UNSET
    """A text for the invitation."""
    expand: list[Literal["accesses.project"]] | Unset = UNSET
    """Fields of the answer that are to hold objects in place of their ids."""
    email: str | Unset = UNSET
    """The user's address."""


from .project_access_input import ProjectAccessInput

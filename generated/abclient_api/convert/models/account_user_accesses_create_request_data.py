from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class AccountUserAccessesCreateRequestData(Body):
    """A collaborator to invite."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "first_name": "first_name",
        "last_name": "last_name",
        "accesses": "accesses",
        "email": "email",
        "custom_message": "custom_message",
        "expand": "expand",
    }

    first_name: str | Unset = UNSET
    """The given name."""
    last_name: str | Unset = UNSET
    """The family name."""
    accesses: list[ProjectAccessInput]
    """Which projects, and with which role."""
    email: str
    """The user's address."""
    custom_message: str | Unset = UNSET
    """A text for the invitation."""
    expand: list[Literal["accesses.project"]] | Unset = UNSET
    """Fields of the answer that are to hold objects in place of their ids."""


from .project_access_input import ProjectAccessInput

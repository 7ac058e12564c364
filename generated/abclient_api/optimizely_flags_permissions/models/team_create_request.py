from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class TeamCreateRequest(Body):
    """A new team."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "external_ref": "external_ref",
        "members": "members",
    }

    name: str
    """Name of the team."""
    description: str | None | Unset = UNSET
    """What it is for."""
    external_ref: str | None | Unset = UNSET
    """What another system calls the team, in at most 4096 characters."""
    members: list[str] | None | Unset = UNSET
    """Identifiers of the users who belong to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class TeamUpdateRequest(Body):
    """Changes to a team."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "external_ref": "external_ref",
        "members_added": "members_added",
        "members_removed": "members_removed",
    }

    name: str | None
    """Name of the team."""
    description: str | None | Unset = UNSET
    """What it is for."""
    external_ref: str | None | Unset = UNSET
    """What another system calls the team, in at most 4096 characters."""
    members_added: list[str] | None | Unset = UNSET
    """Identifiers of the users who join it."""
    members_removed: list[str] | None | Unset = UNSET
    """Identifiers of the users who leave it."""

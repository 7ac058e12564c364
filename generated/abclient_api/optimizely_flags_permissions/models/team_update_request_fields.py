from collections.abc import Sequence
from typing import Required, TypedDict


class TeamUpdateRequestFields(TypedDict, total=False):
    """Changes to a team.

    The fields of ``TeamUpdateRequest``, by keyword.
    """

    name: Required[str | None]
    """Name of the team."""
    description: str | None
    """What it is for."""
    external_ref: str | None
    """What another system calls the team, in at most 4096 characters."""
    members_added: Sequence[str] | None
    """Identifiers of the users who join it."""
    members_removed: Sequence[str] | None
    """Identifiers of the users who leave it."""

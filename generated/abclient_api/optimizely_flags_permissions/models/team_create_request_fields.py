from collections.abc import Sequence
from typing import Required, TypedDict


class TeamCreateRequestFields(TypedDict, total=False):
    """A new team.

    The fields of ``TeamCreateRequest``, by keyword.
    """

    name: Required[str]
    """Name of the team."""
    description: str | None
    """What it is for."""
    external_ref: str | None
    """What another system calls the team, in at most 4096 characters."""
    members: Sequence[str] | None
    """Identifiers of the users who belong to it."""

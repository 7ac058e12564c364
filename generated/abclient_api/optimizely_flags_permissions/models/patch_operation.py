from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class PatchOperation(Body):
    """Gives a role, or takes it away."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "op": "op",
        "path": "path",
        "value": "value",
    }

    op: Literal["replace", "remove"]
    """What to do."""
    path: str
    """Whose role: `/users/USER/role` or `/teams/TEAM/role`."""
    value: str | None | Unset = UNSET
    """The role: `admin`, `publish`, `toggle`, `edit`, `view` or `none`."""

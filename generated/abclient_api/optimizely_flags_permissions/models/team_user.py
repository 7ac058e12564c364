from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class TeamUser(Model):
    """A member of a team."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "first_name": "first_name",
        "last_name": "last_name",
        "email": "email",
        "org_role": "org_role",
        "created": "created",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: str | None = None
    """Identifier of the user."""
    first_name: str | None = None
    """First name."""
    last_name: str | None = None
    """Last name."""
    email: str | None = None
    """Address of the user."""
    org_role: Literal["Administrator", "Project Creator", "User"] | str | None = None
    """Role in the account."""
    created: datetime.datetime | None = None
    """When the user joined the account."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.first_name = data.get("first_name")
            self.last_name = data.get("last_name")
            self.email = data.get("email")
            self.org_role = data.get("org_role")
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_team_user: Callable[[Any], TeamUser] = TeamUser.from_dict

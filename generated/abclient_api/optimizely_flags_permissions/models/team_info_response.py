from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class TeamInfoResponse(Model):
    """A team with its members."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "description": "description",
        "account_id": "account_id",
        "external_ref": "external_ref",
        "created": "created",
        "last_modified": "last_modified",
        "members_count": "members_count",
        "members": "members",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
        "last_modified": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "members": "list of read_team_user",
    }

    id: str
    """Identifier of the team."""
    name: str | None = None
    """Name of the team."""
    description: str | None = None
    """What it is for."""
    account_id: int | None = None
    """Account that it belongs to."""
    external_ref: str | None = None
    """What another system calls the team."""
    created: datetime.datetime | None = None
    """When it was made."""
    last_modified: datetime.datetime | None = None
    """When it was last changed."""
    members_count: int | None = None
    """How many members it has."""
    members: list[TeamUser] | None = None
    """Members of the team."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.name = data.get("name")
            self.description = data.get("description")
            self.account_id = data.get("account_id")
            self.external_ref = data.get("external_ref")
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
            self.members_count = data.get("members_count")
            self.members = (
                None
                if (v := data.get("members")) is None
                else [read_team_user(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .team_user import TeamUser, read_team_user

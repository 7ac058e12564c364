from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class TeamInfo(Model):
    """A team."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "description": "description",
        "account_id": "account_id",
        "external_ref": "external_ref",
        "created": "created",
        "last_modified": "last_modified",
        "members_count": "members_count",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
        "last_modified": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

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
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self

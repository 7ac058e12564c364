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
class Environment(Model):
    """A place a Full Stack project runs in, such as production or staging."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "created": "created",
        "datafile": "datafile",
        "description": "description",
        "has_restricted_permissions": "has_restricted_permissions",
        "id": "id",
        "is_primary": "is_primary",
        "key": "key",
        "last_modified": "last_modified",
        "name": "name",
        "priority": "priority",
        "project_id": "project_id",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
        "last_modified": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "datafile": "read_datafile",
    }

    archived: bool | None = None
    """Whether the environment is archived."""
    created: datetime.datetime | None = None
    """When the environment was created, UTC. Read-only."""
    datafile: Datafile | None = None
    """The configuration file SDKs load for an environment."""
    description: str | None = None
    """What the environment is for."""
    has_restricted_permissions: bool | None = None
    """Whether only publishers and above may start experiments there. The vendor's default: False."""
    id: int
    """Identifier of the environment. Read-only."""
    is_primary: bool | None = None
    """Whether it is the project's primary environment. Read-only."""
    key: str | None = None
    """Unique key within the project."""
    last_modified: datetime.datetime | None = None
    """When the environment was last changed, UTC. Read-only."""
    name: str | None = None
    """Name of the environment."""
    priority: int | None = None
    """Rank by which environments are ordered in the app."""
    project_id: int | None = None
    """Project the environment belongs to."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.archived = data.get("archived")
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.datafile = None if (v := data.get("datafile")) is None else read_datafile(v)
            self.description = data.get("description")
            self.has_restricted_permissions = data.get("has_restricted_permissions")
            self.id = data["id"]
            self.is_primary = data.get("is_primary")
            self.key = data.get("key")
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
            self.name = data.get("name")
            self.priority = data.get("priority")
            self.project_id = data.get("project_id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .datafile import Datafile, read_datafile

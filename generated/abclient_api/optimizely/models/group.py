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
class Group(Model):
    """An exclusion group: a visitor takes part in at most one of its experiments."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "created": "created",
        "description": "description",
        "entities": "entities",
        "id": "id",
        "last_modified": "last_modified",
        "name": "name",
        "project_id": "project_id",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
        "last_modified": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "entities": "list of read_group_entity",
    }

    archived: bool | None = None
    """Whether the group is archived."""
    created: datetime.datetime | None = None
    """When the group was created, UTC. Read-only."""
    description: str | None = None
    """What the group is for."""
    entities: list[GroupEntity] | None = None
    """Experiments and campaigns of the group."""
    id: int
    """Identifier of the group. Read-only."""
    last_modified: datetime.datetime | None = None
    """When the group was last changed, UTC. Read-only."""
    name: str | None = None
    """Name of the group."""
    project_id: int | None = None
    """Project the group belongs to."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.archived = data.get("archived")
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.description = data.get("description")
            self.entities = (
                None
                if (v := data.get("entities")) is None
                else [read_group_entity(x0) for x0 in items(v) if x0 is not None]
            )
            self.id = data["id"]
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
            self.name = data.get("name")
            self.project_id = data.get("project_id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .group_entity import GroupEntity, read_group_entity

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Group(Model):
    """Exclusion group: rules that share traffic, so that a visitor is in one of them at most."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "archive_url": "archive_url",
        "archived": "archived",
        "created_time": "created_time",
        "delete_url": "delete_url",
        "description": "description",
        "environment_key": "environment_key",
        "project_id": "project_id",
        "revision": "revision",
        "role": "role",
        "rules": "rules",
        "unarchive_url": "unarchive_url",
        "update_url": "update_url",
        "updated_time": "updated_time",
        "url": "url",
        "urn": "urn",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_time": to_datetime,
        "updated_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "rules": "map of read_group_rule",
    }

    id: int
    """Number of it, given by the vendor."""
    name: str | None = None
    """Name shown to people."""
    archive_url: str | None = None
    """Path that archives it; absent where that is not allowed or makes no sense."""
    archived: bool | None = None
    """Whether it is archived: hidden, and kept."""
    created_time: datetime.datetime | None = None
    """When it was made."""
    delete_url: str | None = None
    """Path that deletes it; absent where that is not allowed."""
    description: str | None = None
    """What it is for, in words."""
    environment_key: str | None = None
    """Key of the environment."""
    project_id: int | None = None
    """Project that it belongs to."""
    revision: int | None = None
    """Grows by one with each change."""
    role: str | None = None
    """Role that the caller has for it, where roles are granted one by one."""
    rules: dict[str, GroupRule] | None = None
    """Rules in the group, by the rule's number as text."""
    unarchive_url: str | None = None
    """Path that brings it back from the archive; absent where that is not allowed or makes no sense."""
    update_url: str | None = None
    """Path that changes it; absent where that is not allowed."""
    updated_time: datetime.datetime | None = None
    """When it was last changed."""
    url: str | None = None
    """Path of the object itself, below the base address."""
    urn: str | None = None
    """Name of it among all objects of the vendor."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.name = data.get("name")
            self.archive_url = data.get("archive_url")
            self.archived = data.get("archived")
            self.created_time = None if (v := data.get("created_time")) is None else to_datetime(v)
            self.delete_url = data.get("delete_url")
            self.description = data.get("description")
            self.environment_key = data.get("environment_key")
            self.project_id = data.get("project_id")
            self.revision = data.get("revision")
            self.role = data.get("role")
            self.rules = (
                None
                if (v := data.get("rules")) is None
                else {k0: read_group_rule(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.unarchive_url = data.get("unarchive_url")
            self.update_url = data.get("update_url")
            self.updated_time = None if (v := data.get("updated_time")) is None else to_datetime(v)
            self.url = data.get("url")
            self.urn = data.get("urn")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_group: Callable[[Any], Group] = Group.from_dict


from .group_rule import GroupRule, read_group_rule

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged, without_nulls
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Variation(Model):
    """A variation of a flag: a set of values for its variables."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "key": "key",
        "name": "name",
        "archive_url": "archive_url",
        "archived": "archived",
        "created_time": "created_time",
        "delete_url": "delete_url",
        "description": "description",
        "enabled": "enabled",
        "environment_usage_count": "environment_usage_count",
        "fetch_flag_url": "fetch_flag_url",
        "flag_key": "flag_key",
        "in_use": "in_use",
        "revision": "revision",
        "role": "role",
        "unarchive_url": "unarchive_url",
        "update_url": "update_url",
        "updated_time": "updated_time",
        "url": "url",
        "urn": "urn",
        "variables": "variables",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_time": to_datetime,
        "updated_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "environment_usage_count": "map of scalar",
        "variables": "map of read_variable_value",
    }

    id: int | None = None
    """Number of it, given by the vendor."""
    key: str
    """Identifier that code and paths use; it cannot be changed later."""
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
    enabled: bool | None = None
    """Whether it can be served."""
    environment_usage_count: dict[str, int] | None = None
    """How many rules and rulesets use it, by the environment's key."""
    fetch_flag_url: str | None = None
    """Path of the flag; in a list, a template of it."""
    flag_key: str | None = None
    """Key of the flag."""
    in_use: bool | None = None
    """Whether a rule or a ruleset uses it."""
    revision: int | None = None
    """Grows by one with each change."""
    role: str | None = None
    """Role that the caller has for it, where roles are granted one by one."""
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
    variables: dict[str, VariableValue] | None = None
    """Values of the flag's variables, by the variable's key."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.key = data["key"]
            self.name = data.get("name")
            self.archive_url = data.get("archive_url")
            self.archived = data.get("archived")
            self.created_time = None if (v := data.get("created_time")) is None else to_datetime(v)
            self.delete_url = data.get("delete_url")
            self.description = data.get("description")
            self.enabled = data.get("enabled")
            self.environment_usage_count = (
                None if (v := data.get("environment_usage_count")) is None else without_nulls(entries(v))
            )
            self.fetch_flag_url = data.get("fetch_flag_url")
            self.flag_key = data.get("flag_key")
            self.in_use = data.get("in_use")
            self.revision = data.get("revision")
            self.role = data.get("role")
            self.unarchive_url = data.get("unarchive_url")
            self.update_url = data.get("update_url")
            self.updated_time = None if (v := data.get("updated_time")) is None else to_datetime(v)
            self.url = data.get("url")
            self.urn = data.get("urn")
            self.variables = (
                None
                if (v := data.get("variables")) is None
                else {k0: read_variable_value(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_variation: Callable[[Any], Variation] = Variation.from_dict


from .variable_value import VariableValue, read_variable_value

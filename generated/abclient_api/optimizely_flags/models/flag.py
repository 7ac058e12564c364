from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Flag(Model):
    """A flag of a project, with its state in each environment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "key": "key",
        "name": "name",
        "account_id": "account_id",
        "archive_url": "archive_url",
        "archived": "archived",
        "created_by_user_email": "created_by_user_email",
        "created_time": "created_time",
        "delete_url": "delete_url",
        "description": "description",
        "environments": "environments",
        "outlier_filtering_enabled": "outlier_filtering_enabled",
        "project_id": "project_id",
        "revision": "revision",
        "role": "role",
        "unarchive_url": "unarchive_url",
        "update_url": "update_url",
        "updated_time": "updated_time",
        "url": "url",
        "urn": "urn",
        "variable_definitions": "variable_definitions",
        "custom_fields": "custom_fields",
        "owner_user_id": "owner_user_id",
        "team_ids": "team_ids",
        "created_by_user_id": "created_by_user_id",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_time": to_datetime,
        "updated_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "environments": "map of read_flag_environment",
        "variable_definitions": "map of read_variable_definition",
        "custom_fields": "map of any",
        "team_ids": "list of scalar",
    }

    id: int | None = None
    """Number of the flag. Paths have the key instead, except for the list of its entities."""
    key: str
    """Identifier that code and paths use; it cannot be changed later."""
    name: str | None = None
    """Name shown to people."""
    account_id: int | None = None
    """Account that it belongs to."""
    archive_url: str | None = None
    """Path that archives it; absent where that is not allowed or makes no sense."""
    archived: bool | None = None
    """Whether it is archived: hidden, and kept."""
    created_by_user_email: str | None = None
    """Address of the user who made it."""
    created_time: datetime.datetime | None = None
    """When it was made."""
    delete_url: str | None = None
    """Path that deletes it; absent where that is not allowed."""
    description: str | None = None
    """What it is for, in words."""
    environments: dict[str, FlagEnvironment] | None = None
    """State in each environment, by the environment's key."""
    outlier_filtering_enabled: bool | None = None
    """Whether results leave out visitors with extreme values. The vendor's default: False."""
    project_id: int | None = None
    """Project that it belongs to."""
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
    variable_definitions: dict[str, VariableDefinition] | None = None
    """Variables of the flag, by key."""
    custom_fields: dict[str, Any] | None = None
    """Values of the project's custom fields, by the field's key. A new flag has none; an update sets them."""
    owner_user_id: str | None = None
    """Identifier of the user who owns the flag, which is not an address; by default who made it."""
    team_ids: list[str] | None = None
    """Teams of the flag."""
    created_by_user_id: str | None = None
    """Identifier of the user who made it."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.key = data["key"]
            self.name = data.get("name")
            self.account_id = data.get("account_id")
            self.archive_url = data.get("archive_url")
            self.archived = data.get("archived")
            self.created_by_user_email = data.get("created_by_user_email")
            self.created_time = None if (v := data.get("created_time")) is None else to_datetime(v)
            self.delete_url = data.get("delete_url")
            self.description = data.get("description")
            self.environments = (
                None
                if (v := data.get("environments")) is None
                else {k0: read_flag_environment(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.outlier_filtering_enabled = data.get("outlier_filtering_enabled")
            self.project_id = data.get("project_id")
            self.revision = data.get("revision")
            self.role = data.get("role")
            self.unarchive_url = data.get("unarchive_url")
            self.update_url = data.get("update_url")
            self.updated_time = None if (v := data.get("updated_time")) is None else to_datetime(v)
            self.url = data.get("url")
            self.urn = data.get("urn")
            self.variable_definitions = (
                None
                if (v := data.get("variable_definitions")) is None
                else {k0: read_variable_definition(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.custom_fields = None if (v := data.get("custom_fields")) is None else entries(v)
            self.owner_user_id = data.get("owner_user_id")
            self.team_ids = None if (v := data.get("team_ids")) is None else without_nulls(items(v))
            self.created_by_user_id = data.get("created_by_user_id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_flag: Callable[[Any], Flag] = Flag.from_dict


from .flag_environment import FlagEnvironment, read_flag_environment
from .variable_definition import VariableDefinition, read_variable_definition

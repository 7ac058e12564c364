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
class ListAttribute(Model):
    """A targeting list: visitors whose cookie, query parameter, ZIP code or variable is on it."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "account_id": "account_id",
        "archived": "archived",
        "aws_access_key": "aws_access_key",
        "aws_secret_key": "aws_secret_key",
        "created": "created",
        "description": "description",
        "id": "id",
        "key_field": "key_field",
        "last_modified": "last_modified",
        "list_content": "list_content",
        "list_type": "list_type",
        "name": "name",
        "project_id": "project_id",
        "s3_path": "s3_path",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
        "last_modified": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    SECRET: ClassVar[tuple[str, ...]] = (
        "aws_access_key",
        "aws_secret_key",
    )

    account_id: int | None = None
    """Account the list belongs to. Read-only."""
    archived: bool | None = None
    """Whether the list attribute is archived. The vendor's default: False."""
    aws_access_key: str | None = None
    """AWS access key for uploading the list. A secret. Read-only."""
    aws_secret_key: str | None = None
    """AWS secret key for uploading the list. A secret. Read-only."""
    created: datetime.datetime | None = None
    """When the list was created, UTC. Read-only."""
    description: str | None = None
    """What the list is for."""
    id: int
    """Identifier of the list attribute. Read-only."""
    key_field: str | None = None
    """Name of the cookie, parameter or variable looked at."""
    last_modified: datetime.datetime | None = None
    """When the list was last changed, UTC. Read-only."""
    list_content: str | None = None
    """The listed values, separated by commas. Sending it replaces what the list holds."""
    list_type: Literal["cookies", "query_parameters", "zip_codes", "js_variables"] | str | None = None
    """Where the value is looked for."""
    name: str | None = None
    """Unique name of the list."""
    project_id: int | None = None
    """Project the list belongs to."""
    s3_path: str | None = None
    """S3 path of the files the list is filled from. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.account_id = data.get("account_id")
            self.archived = data.get("archived")
            self.aws_access_key = data.get("aws_access_key")
            self.aws_secret_key = data.get("aws_secret_key")
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.description = data.get("description")
            self.id = data["id"]
            self.key_field = data.get("key_field")
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
            self.list_content = data.get("list_content")
            self.list_type = data.get("list_type")
            self.name = data.get("name")
            self.project_id = data.get("project_id")
            self.s3_path = data.get("s3_path")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self

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
class CustomField(Model):
    """A field that a project's flags have beside the vendor's own."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "key": "key",
        "name": "name",
        "archive_url": "archive_url",
        "archived": "archived",
        "created_time": "created_time",
        "description": "description",
        "entity_type": "entity_type",
        "field_type": "field_type",
        "project_id": "project_id",
        "required": "required",
        "unarchive_url": "unarchive_url",
        "update_url": "update_url",
        "updated_time": "updated_time",
        "url": "url",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_time": to_datetime,
        "updated_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: int
    """Number of it, given by the vendor."""
    key: str | None = None
    """Identifier that code and paths use; it cannot be changed later."""
    name: str | None = None
    """Name shown to people."""
    archive_url: str | None = None
    """Path that archives it; absent where that is not allowed or makes no sense."""
    archived: bool | None = None
    """Whether it is archived; then it is no longer required."""
    created_time: datetime.datetime | None = None
    """When it was made."""
    description: str | None = None
    """What it is for, in words."""
    entity_type: Literal["flag"] | str | None = None
    """What the field belongs to."""
    field_type: Literal["text", "number", "boolean", "link", "label"] | str | None = None
    """Type of the values."""
    project_id: int | None = None
    """Project that it belongs to."""
    required: bool | None = None
    """Whether flags must have a value."""
    unarchive_url: str | None = None
    """Path that brings it back from the archive; absent where that is not allowed or makes no sense."""
    update_url: str | None = None
    """Path that changes it; absent where that is not allowed."""
    updated_time: datetime.datetime | None = None
    """When it was last changed."""
    url: str | None = None
    """Path of the object itself, below the base address."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.key = data.get("key")
            self.name = data.get("name")
            self.archive_url = data.get("archive_url")
            self.archived = data.get("archived")
            self.created_time = None if (v := data.get("created_time")) is None else to_datetime(v)
            self.description = data.get("description")
            self.entity_type = data.get("entity_type")
            self.field_type = data.get("field_type")
            self.project_id = data.get("project_id")
            self.required = data.get("required")
            self.unarchive_url = data.get("unarchive_url")
            self.update_url = data.get("update_url")
            self.updated_time = None if (v := data.get("updated_time")) is None else to_datetime(v)
            self.url = data.get("url")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_custom_field: Callable[[Any], CustomField] = CustomField.from_dict

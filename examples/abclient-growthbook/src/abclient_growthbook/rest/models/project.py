from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, new, salvaged
from abclient_api._wire import (
    to_datetime,
)
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Project(Model):
    """A project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "date_created": "dateCreated",
        "date_updated": "dateUpdated",
        "description": "description",
        "public_id": "publicId",
        "settings": "settings",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "date_created": to_datetime,
        "date_updated": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "settings": "read_project_settings",
    }

    id: str
    """Identifier."""
    name: str | None = None
    """Name."""
    date_created: datetime.datetime | None = None
    """When it was made."""
    date_updated: datetime.datetime | None = None
    """When it was last changed."""
    description: str | None = None
    """What it is about, in Markdown."""
    public_id: str | None = None
    """Its name in what SDKs get."""
    settings: ProjectSettings | None = None
    """How its experiments are analysed, in place of the organization's settings."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.name = data.get("name")
            self.date_created = None if (v := data.get("dateCreated")) is None else to_datetime(v)
            self.date_updated = None if (v := data.get("dateUpdated")) is None else to_datetime(v)
            self.description = data.get("description")
            self.public_id = data.get("publicId")
            self.settings = None if (v := data.get("settings")) is None else read_project_settings(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_project: Callable[[Any], Project] = Project.from_dict


from .project_settings import ProjectSettings, read_project_settings

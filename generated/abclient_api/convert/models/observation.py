from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged
from ..._unions import expandable
from ..._wire import (
    from_epoch_seconds,
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Observation(Model):
    """Something that was noticed."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "description": "description",
        "project": "project",
        "status": "status",
        "url": "url",
        "created_by": "created_by",
        "created_at": "created_at",
        "updated_at": "updated_at",
        "images": "images",
        "files": "files",
        "tags": "tags",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": from_epoch_seconds,
        "updated_at": from_epoch_seconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "project": "read_project_expandable",
        "images": "list of read_observation_image_data",
        "files": "list of read_uploaded_file_data",
        "tags": "list of read_tag_expandable",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": to_epoch_seconds,
        "updated_at": to_epoch_seconds,
    }

    id: int
    """The id."""
    name: str | None = None
    """What it is called."""
    description: str | None = None
    """A description."""
    project: int | Project | None = None
    """The project by id, or whole where it is expanded."""
    status: Literal["active", "archived"] | str | None = None
    """The status."""
    url: str | None = None
    """The address of the page that it is about."""
    created_by: str | None = None
    """The user who made it. Read-only."""
    created_at: datetime.datetime | None = None
    """When it was made. Read-only."""
    updated_at: datetime.datetime | None = None
    """When it was changed last. Read-only."""
    images: list[ObservationImageData] | None = None
    """Images that are attached; superseded by files."""
    files: list[UploadedFileData] | None = None
    """Files that are attached."""
    tags: list[int | Tag] | None = None
    """Tags by id, or whole where they are expanded."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.name = data.get("name")
            self.description = data.get("description")
            self.project = None if (v := data.get("project")) is None else read_project_expandable(v)
            self.status = data.get("status")
            self.url = data.get("url")
            self.created_by = data.get("created_by")
            self.created_at = None if (v := data.get("created_at")) is None else from_epoch_seconds(v)
            self.updated_at = None if (v := data.get("updated_at")) is None else from_epoch_seconds(v)
            self.images = (
                None
                if (v := data.get("images")) is None
                else [read_observation_image_data(x0) for x0 in items(v) if x0 is not None]
            )
            self.files = (
                None
                if (v := data.get("files")) is None
                else [read_uploaded_file_data(x0) for x0 in items(v) if x0 is not None]
            )
            self.tags = (
                None
                if (v := data.get("tags")) is None
                else [read_tag_expandable(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_observation: Callable[[Any], Observation] = Observation.from_dict


from .. import models
from .observation_image_data import ObservationImageData, read_observation_image_data
from .uploaded_file_data import UploadedFileData, read_uploaded_file_data

if TYPE_CHECKING:
    from .project import Project
    from .tag import Tag


read_project_expandable: Callable[[Any], Any] = expandable(models, "Project")
read_tag_expandable: Callable[[Any], Any] = expandable(models, "Tag")

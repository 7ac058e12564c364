from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset
from ..._wire import (
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True)
class CreateObservationRequestData(Body):
    """An observation to add."""

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
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": to_epoch_seconds,
        "updated_at": to_epoch_seconds,
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = (
        "id",
        "created_by",
        "created_at",
        "updated_at",
    )

    id: int | Unset = UNSET
    """The id. Read-only."""
    name: str
    """What it is called."""
    description: str | None | Unset = UNSET
    """A description."""
    project: int | ProjectInput | Unset = UNSET
    """The project, by id."""
    status: Literal["active", "archived"] | Unset = UNSET
    """The status."""
    url: str | None | Unset = UNSET
    """The address of the page that it is about."""
    created_by: str | None | Unset = UNSET
    """The user who made it. Read-only."""
    created_at: datetime.datetime | Unset = UNSET
    """When it was made. Read-only."""
    updated_at: datetime.datetime | Unset = UNSET
    """When it was changed last. Read-only."""
    images: list[ObservationImageData] | None | Unset = UNSET
    """Images that are attached, at most 3; superseded by files."""
    files: list[UploadedFileData] | None | Unset = UNSET
    """Files that are attached, at most 3."""
    tags: list[int | TagInput] | None | Unset = UNSET
    """Tags by id, or new ones by name."""


from .observation_image_data import ObservationImageData
from .uploaded_file_data import UploadedFileData

if TYPE_CHECKING:
    from .project_input import ProjectInput
    from .tag_input import TagInput

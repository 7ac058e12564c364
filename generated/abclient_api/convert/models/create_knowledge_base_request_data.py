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
class CreateKnowledgeBaseRequestData(Body):
    """An entry of the knowledge base to add."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "project": "project",
        "status": "status",
        "summary": "summary",
        "url": "url",
        "objective": "objective",
        "start_date": "start_date",
        "end_date": "end_date",
        "prioritization_score_type": "prioritization_score_type",
        "prioritization_score_attributes": "prioritization_score_attributes",
        "experiences": "experiences",
        "description": "description",
        "files": "files",
        "created_by": "created_by",
        "updated_at": "updated_at",
        "tags": "tags",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "updated_at": to_epoch_seconds,
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = (
        "id",
        "created_by",
        "updated_at",
    )

    id: int | Unset = UNSET
    """The id. Read-only."""
    name: str
    """What it is called."""
    project: int | ProjectInput | Unset = UNSET
    """The project, by id."""
    status: Literal["active", "archived"] | Unset = UNSET
    """The status."""
    summary: str
    """A summary."""
    url: str | None | Unset = UNSET
    """The address of the page that it is about."""
    objective: str | Unset = UNSET
    """What is assumed, and why."""
    start_date: datetime.date | None | Unset = UNSET
    """The first day, as year-month-day."""
    end_date: datetime.date | None | Unset = UNSET
    """The last day, as year-month-day."""
    prioritization_score_type: str | None | Unset = UNSET
    """Which model the score follows, PIE or ICE."""
    prioritization_score_attributes: dict[str, Any] | None | Unset = UNSET
    """What the score is made of, by the model."""
    experiences: list[int | BaseSimpleExperience] | None | Unset = UNSET
    """Its experiences, by id."""
    description: str | Unset = UNSET
    """A description."""
    files: list[UploadedFileData] | None | Unset = UNSET
    """Files that are attached."""
    created_by: str | None | Unset = UNSET
    """The user who made it. Read-only."""
    updated_at: datetime.datetime | Unset = UNSET
    """When it was changed last. Read-only."""
    tags: list[int | TagInput] | None | Unset = UNSET
    """Tags by id, or new ones by name."""


from .uploaded_file_data import UploadedFileData

if TYPE_CHECKING:
    from .base_simple_experience import BaseSimpleExperience
    from .project_input import ProjectInput
    from .tag_input import TagInput

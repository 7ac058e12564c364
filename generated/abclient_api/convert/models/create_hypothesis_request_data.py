from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset
from ..._wire import (
    to_epoch_seconds,
    to_numeric_string,
)


@define(eq=False, repr=False, kw_only=True)
class CreateHypothesisRequestData(Body):
    """A hypothesis to add."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "url": "url",
        "project": "project",
        "prioritization_score": "prioritization_score",
        "objective": "objective",
        "status": "status",
        "start_date": "start_date",
        "end_date": "end_date",
        "summary": "summary",
        "description": "description",
        "files": "files",
        "created_at": "created_at",
        "updated_at": "updated_at",
        "created_by": "created_by",
        "prioritization_score_type": "prioritization_score_type",
        "prioritization_score_attributes": "prioritization_score_attributes",
        "experiences": "experiences",
        "tags": "tags",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "prioritization_score": to_numeric_string,
        "created_at": to_epoch_seconds,
        "updated_at": to_epoch_seconds,
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = (
        "id",
        "prioritization_score",
        "updated_at",
        "created_by",
    )

    id: int | Unset = UNSET
    """The id. Read-only."""
    name: str
    """What it is called."""
    url: str | None | Unset = UNSET
    """The address of the page that it is about."""
    project: int | ProjectInput | Unset = UNSET
    """The project, by id."""
    prioritization_score: float | Unset = UNSET
    """The priority that follows from the attributes. Read-only."""
    objective: str | Unset = UNSET
    """What is assumed, and why."""
    status: Literal["applied", "archived", "completed", "draft", "proven", "disproven"]
    """The status."""
    start_date: datetime.date | None | Unset = UNSET
    """The first day, as year-month-day."""
    end_date: datetime.date | None | Unset = UNSET
    """The last day, as year-month-day."""
    summary: str | Unset = UNSET
    """A summary."""
    description: str | None | Unset = UNSET
    """A description."""
    files: list[UploadedFileData] | None | Unset = UNSET
    """Files that are attached."""
    created_at: datetime.datetime | Unset = UNSET
    """When it was made."""
    updated_at: datetime.datetime | Unset = UNSET
    """When it was changed last. Read-only."""
    created_by: str | None | Unset = UNSET
    """The user who made it. Read-only."""
    prioritization_score_type: Literal["PIE", "ICE"]
    """Which model the score follows, PIE or ICE."""
    prioritization_score_attributes: PrioritizationScoreAttributes
    """What the score is made of, by the model."""
    experiences: list[int] | Unset = UNSET
    """Its experiences by id, at most 100."""
    tags: list[int | TagInput] | None | Unset = UNSET
    """Tags by id, or new ones by name."""


from .prioritization_score_attributes import PrioritizationScoreAttributes
from .uploaded_file_data import UploadedFileData

if TYPE_CHECKING:
    from .project_input import ProjectInput
    from .tag_input import TagInput

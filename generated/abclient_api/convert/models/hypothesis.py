from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged
from ..._unions import expandable
from ..._wire import (
    from_epoch_seconds,
    from_numeric_string,
    to_date,
    to_epoch_seconds,
    to_numeric_string,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Hypothesis(Model):
    """An assumption that experiences are meant to check."""

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
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "prioritization_score": from_numeric_string,
        "start_date": to_date,
        "end_date": to_date,
        "created_at": from_epoch_seconds,
        "updated_at": from_epoch_seconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "project": "read_project_expandable",
        "files": "list of read_uploaded_file_data",
        "prioritization_score_attributes": "read_prioritization_score_attributes",
        "experiences": "list of read_base_experience_expandable",
        "tags": "list of read_tag_expandable",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "prioritization_score": to_numeric_string,
        "created_at": to_epoch_seconds,
        "updated_at": to_epoch_seconds,
    }

    id: int
    """The id."""
    name: str | None = None
    """What it is called."""
    url: str | None = None
    """The address of the page that it is about."""
    project: int | Project | None = None
    """The project by id, or whole where it is expanded."""
    prioritization_score: float | None = None
    """The priority that follows from the attributes. Read-only."""
    objective: str | None = None
    """What is assumed, and why."""
    status: Literal["applied", "archived", "completed", "draft", "proven", "disproven"] | str | None = None
    """The status."""
    start_date: datetime.date | None = None
    """The first day, as year-month-day."""
    end_date: datetime.date | None = None
    """The last day, as year-month-day."""
    summary: str | None = None
    """A summary."""
    description: str | None = None
    """A description."""
    files: list[UploadedFileData] | None = None
    """Files that are attached."""
    created_at: datetime.datetime | None = None
    """When it was made."""
    updated_at: datetime.datetime | None = None
    """When it was changed last. Read-only."""
    created_by: str | None = None
    """The user who made it. Read-only."""
    prioritization_score_type: Literal["PIE", "ICE"] | str | None = None
    """Which model the score follows, PIE or ICE."""
    prioritization_score_attributes: PrioritizationScoreAttributes | None = None
    """What the score is made of, by the model."""
    experiences: list[int | BaseSimpleExperience] | None = None
    """Its experiences by id, or with their names where they are expanded."""
    tags: list[int | Tag] | None = None
    """Tags by id, or whole where they are expanded."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.name = data.get("name")
            self.url = data.get("url")
            self.project = None if (v := data.get("project")) is None else read_project_expandable(v)
            self.prioritization_score = (
                None if (v := data.get("prioritization_score")) is None else from_numeric_string(v)
            )
            self.objective = data.get("objective")
            self.status = data.get("status")
            self.start_date = None if (v := data.get("start_date")) is None else to_date(v)
            self.end_date = None if (v := data.get("end_date")) is None else to_date(v)
            self.summary = data.get("summary")
            self.description = data.get("description")
            self.files = (
                None
                if (v := data.get("files")) is None
                else [read_uploaded_file_data(x0) for x0 in items(v) if x0 is not None]
            )
            self.created_at = None if (v := data.get("created_at")) is None else from_epoch_seconds(v)
            self.updated_at = None if (v := data.get("updated_at")) is None else from_epoch_seconds(v)
            self.created_by = data.get("created_by")
            self.prioritization_score_type = data.get("prioritization_score_type")
            self.prioritization_score_attributes = (
                None
                if (v := data.get("prioritization_score_attributes")) is None
                else read_prioritization_score_attributes(v)
            )
            self.experiences = (
                None
                if (v := data.get("experiences")) is None
                else [read_base_experience_expandable(x0) for x0 in items(v) if x0 is not None]
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


read_hypothesis: Callable[[Any], Hypothesis] = Hypothesis.from_dict


from .. import models
from .prioritization_score_attributes import PrioritizationScoreAttributes, read_prioritization_score_attributes
from .uploaded_file_data import UploadedFileData, read_uploaded_file_data

if TYPE_CHECKING:
    from .base_simple_experience import BaseSimpleExperience
    from .project import Project
    from .tag import Tag


read_base_experience_expandable: Callable[[Any], Any] = expandable(models, "BaseSimpleExperience")
read_project_expandable: Callable[[Any], Any] = expandable(models, "Project")
read_tag_expandable: Callable[[Any], Any] = expandable(models, "Tag")

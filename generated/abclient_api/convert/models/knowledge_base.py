from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged
from ..._unions import expandable
from ..._wire import (
    from_epoch_seconds,
    to_date,
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class KnowledgeBase(Model):
    """Something that was learned."""

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
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_date": to_date,
        "end_date": to_date,
        "updated_at": from_epoch_seconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "project": "read_project_expandable",
        "prioritization_score_attributes": "map of any",
        "experiences": "list of read_base_experience_expandable",
        "files": "list of read_uploaded_file_data",
        "tags": "list of read_tag_expandable",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "updated_at": to_epoch_seconds,
    }

    id: int
    """The id."""
    name: str | None = None
    """What it is called."""
    project: int | Project | None = None
    """The project by id, or whole where it is expanded."""
    status: Literal["active", "archived"] | str | None = None
    """The status."""
    summary: str | None = None
    """A summary."""
    url: str | None = None
    """The address of the page that it is about."""
    objective: str | None = None
    """What is assumed, and why."""
    start_date: datetime.date | None = None
    """The first day, as year-month-day."""
    end_date: datetime.date | None = None
    """The last day, as year-month-day."""
    prioritization_score_type: str | None = None
    """Which model the score follows, PIE or ICE."""
    prioritization_score_attributes: dict[str, Any] | None = None
    """What the score is made of, by the model."""
    experiences: list[int | BaseSimpleExperience] | None = None
    """Its experiences by id, or with their names where they are expanded."""
    description: str | None = None
    """A description."""
    files: list[UploadedFileData] | None = None
    """Files that are attached."""
    created_by: str | None = None
    """The user who made it. Read-only."""
    updated_at: datetime.datetime | None = None
    """When it was changed last. Read-only."""
    tags: list[int | Tag] | None = None
    """Tags by id, or whole where they are expanded."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.name = data.get("name")
            self.project = None if (v := data.get("project")) is None else read_project_expandable(v)
            self.status = data.get("status")
            self.summary = data.get("summary")
            self.url = data.get("url")
            self.objective = data.get("objective")
            self.start_date = None if (v := data.get("start_date")) is None else to_date(v)
            self.end_date = None if (v := data.get("end_date")) is None else to_date(v)
            self.prioritization_score_type = data.get("prioritization_score_type")
            self.prioritization_score_attributes = (
                None if (v := data.get("prioritization_score_attributes")) is None else entries(v)
            )
            self.experiences = (
                None
                if (v := data.get("experiences")) is None
                else [read_base_experience_expandable(x0) for x0 in items(v) if x0 is not None]
            )
            self.description = data.get("description")
            self.files = (
                None
                if (v := data.get("files")) is None
                else [read_uploaded_file_data(x0) for x0 in items(v) if x0 is not None]
            )
            self.created_by = data.get("created_by")
            self.updated_at = None if (v := data.get("updated_at")) is None else from_epoch_seconds(v)
            self.tags = (
                None
                if (v := data.get("tags")) is None
                else [read_tag_expandable(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_knowledge_base: Callable[[Any], KnowledgeBase] = KnowledgeBase.from_dict


from .. import models
from .uploaded_file_data import UploadedFileData, read_uploaded_file_data

if TYPE_CHECKING:
    from .base_simple_experience import BaseSimpleExperience
    from .project import Project
    from .tag import Tag


read_base_experience_expandable: Callable[[Any], Any] = expandable(models, "BaseSimpleExperience")
read_project_expandable: Callable[[Any], Any] = expandable(models, "Project")
read_tag_expandable: Callable[[Any], Any] = expandable(models, "Tag")

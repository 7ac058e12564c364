import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from ..._models import Model
from .base_simple_experience import BaseSimpleExperience
from .project_input import ProjectInput
from .tag_input import TagInput
from .uploaded_file_data import UploadedFileData


class CreateKnowledgeBaseRequestDataFields(TypedDict, total=False):
    """An entry of the knowledge base to add.

    The fields of ``CreateKnowledgeBaseRequestData``, by keyword.
    """

    name: Required[str]
    """What it is called."""
    project: int | ProjectInput | Model | Mapping[str, Any]
    """The project, by id."""
    status: Literal["active", "archived"]
    """The status."""
    summary: Required[str]
    """A summary."""
    url: str | None
    """The address of the page that it is about."""
    objective: str
    """What is assumed, and why."""
    start_date: datetime.date | None
    """The first day, as year-month-day."""
    end_date: datetime.date | None
    """The last day, as year-month-day."""
    prioritization_score_type: str | None
    """Which model the score follows, PIE or ICE."""
    prioritization_score_attributes: Mapping[str, Any] | None
    """What the score is made of, by the model."""
    experiences: Sequence[int | BaseSimpleExperience | Mapping[str, Any]] | None
    """Its experiences, by id."""
    description: str
    """A description."""
    files: Sequence[UploadedFileData | Mapping[str, Any]] | None
    """Files that are attached."""
    tags: Sequence[int | TagInput | Model | Mapping[str, Any]] | None
    """Tags by id, or new ones by name."""

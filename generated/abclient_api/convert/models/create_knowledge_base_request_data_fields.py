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
    """The project."""
    status: Literal["active", "archived"]
    """The status."""
    summary: Required[str]
    """A summary."""
    url: str | None
    """The address."""
    objective: str
    """What it is for."""
    start_date: datetime.date | None
    """The first day."""
    end_date: datetime.date | None
    """The last day."""
    prioritization_score_type: str | None
    """Which attributes the score is made of."""
    prioritization_score_attributes: Mapping[str, Any] | None
    """What the score is made of."""
    experiences: Sequence[int | BaseSimpleExperience | Mapping[str, Any]] | None
    """Experiences by id."""
    description: str
    """A description."""
    files: Sequence[UploadedFileData | Mapping[str, Any]] | None
    """Files that are attached."""
    tags: Sequence[int | TagInput | Model | Mapping[str, Any]] | None
    """Tags by id."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from ..._models import Model
from .prioritization_score_attributes import PrioritizationScoreAttributes
from .project_input import ProjectInput
from .tag_input import TagInput
from .uploaded_file_data import UploadedFileData


class UpdateHypothesisRequestDataFields(TypedDict, total=False):
    """What to change of a hypothesis.

    The fields of ``UpdateHypothesisRequestData``, by keyword.
    """

    name: str
    """What it is called."""
    url: str | None
    """The address of the page that it is about."""
    project: int | ProjectInput | Model | Mapping[str, Any]
    """The project, by id."""
    objective: str
    """What is assumed, and why."""
    status: Literal["applied", "archived", "completed", "draft", "proven", "disproven"]
    """The status."""
    start_date: datetime.date | None
    """The first day, as year-month-day."""
    end_date: datetime.date | None
    """The last day, as year-month-day."""
    summary: str
    """A summary."""
    description: str | None
    """A description."""
    files: Sequence[UploadedFileData | Mapping[str, Any]] | None
    """Files that are attached."""
    created_at: datetime.datetime
    """When it was made."""
    prioritization_score_type: Literal["PIE", "ICE"]
    """Which model the score follows, PIE or ICE."""
    prioritization_score_attributes: PrioritizationScoreAttributes | Mapping[str, Any]
    """What the score is made of, by the model."""
    experiences: Sequence[int]
    """Its experiences by id, at most 100."""
    tags: Sequence[int | TagInput | Model | Mapping[str, Any]] | None
    """Tags by id, or new ones by name."""

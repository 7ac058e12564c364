from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from ..._models import Model
from .reporting_segments_filters import ReportingSegmentsFilters


class GetExperienceLiveDataRequestDataFields(TypedDict, total=False):
    """Which events of an experience.

    The fields of ``GetExperienceLiveDataRequestData``, by keyword.
    """

    event_types: Sequence[Literal["view_experience", "conversion", "transaction"]] | None
    """Only events of these types."""
    goals: Sequence[int] | None
    """Only conversions on these goals, by id, at most 20."""
    segments: ReportingSegmentsFilters | Model | Mapping[str, Any] | None
    """Only events of visitors in these segments."""
    expand: (
        Sequence[Literal["custom_segments", "experiences", "experiences.variation", "conversion.goals", "project"]]
        | None
    )
    """Fields that are to hold objects in place of their ids."""

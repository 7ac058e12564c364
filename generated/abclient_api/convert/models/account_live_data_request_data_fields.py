from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from ..._models import Model
from .reporting_segments_filters import ReportingSegmentsFilters


class AccountLiveDataRequestDataFields(TypedDict, total=False):
    """Which events of an account.

    The fields of ``AccountLiveDataRequestData``, by keyword.
    """

    event_types: Sequence[Literal["view_experience", "conversion", "transaction"]] | None
    """Only events of these types."""
    projects: Sequence[int] | None
    """Only events in these projects, by id."""
    segments: ReportingSegmentsFilters | Model | Mapping[str, Any] | None
    """Only events of visitors in these segments."""
    expand: (
        Sequence[Literal["custom_segments", "experiences", "experiences.variation", "conversion.goals", "project"]]
        | None
    )
    """Fields that are to hold objects in place of their ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GetExperienceLiveDataRequestData(Body):
    """Which events of an experience."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "event_types": "event_types",
        "goals": "goals",
        "segments": "segments",
        "expand": "expand",
    }

    event_types: list[Literal["view_experience", "conversion", "transaction"]] | None | Unset = UNSET
    """Only events of these types."""
    goals: list[int] | None | Unset = UNSET
    """Only conversions on these goals, by id, at most 20."""
    segments: ReportingSegmentsFilters | None | Unset = UNSET
    """Only events of visitors in these segments."""
    expand: (
        list[Literal["custom_segments", "experiences", "experiences.variation", "conversion.goals", "project"]]
        | None
        | Unset
    ) = UNSET
    """Fields that are to hold objects in place of their ids."""


from .reporting_segments_filters import ReportingSegmentsFilters

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from ..._models import Model
from .reporting_segments_filters import ReportingSegmentsFilters
from .stats_engine_settings_input import StatsEngineSettingsInput


class ExportExperienceRawDataRequestDataFields(TypedDict, total=False):
    """Which events to export.

    The fields of ``ExportExperienceRawDataRequestData``, by keyword.
    """

    events: Sequence[Literal["view_experience", "conversion", "transaction"]]
    """Only events of these types."""
    goals: Sequence[int] | None
    """Only conversions on these goals, by id."""
    utc_offset: int
    """How far the days of the report are ahead of UTC, in seconds. The vendor's default: 0."""
    start_time: datetime.datetime | None
    """From when on data counts, in Unix seconds; null for the whole run."""
    end_time: datetime.datetime | None
    """Until when data counts, in Unix seconds; null for now."""
    segments: ReportingSegmentsFilters | Model | Mapping[str, Any]
    """Only visitors in these segments."""
    stats_engine_processing: StatsEngineSettingsInput | Model | Mapping[str, Any]
    """Settings of statistics by which figures are computed anew; by default those of the experience."""

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
    """Events."""
    goals: Sequence[int] | None
    """Goals by id."""
    utc_offset: int
    """The offset of days from UTC, in seconds. The vendor's default: 0."""
    start_time: datetime.datetime | None
    """When it begins or began; none for at once."""
    end_time: datetime.datetime | None
    """When it ends or ended; none for never."""
    segments: ReportingSegmentsFilters | Model | Mapping[str, Any]
    """Only visitors of these segments."""
    stats_engine_processing: StatsEngineSettingsInput | Model | Mapping[str, Any]
    """How figures are computed."""

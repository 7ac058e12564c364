import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

from ..._models import Model
from .remove_report_event import RemoveReportEvent
from .reporting_segments_filters import ReportingSegmentsFilters
from .stats_engine_settings_input import StatsEngineSettingsInput


class RemoveExperienceReportRequestDataFields(TypedDict, total=False):
    """Which events to remove from reports.

    The fields of ``RemoveExperienceReportRequestData``, by keyword.
    """

    utc_offset: int
    """The offset of days from UTC, in seconds. The vendor's default: 0."""
    start_time: Required[datetime.datetime | None]
    """From when on events are removed."""
    end_time: Required[datetime.datetime | None]
    """Until when events are removed."""
    segments: ReportingSegmentsFilters | Model | Mapping[str, Any]
    """Only visitors of these segments."""
    stats_engine_processing: StatsEngineSettingsInput | Model | Mapping[str, Any]
    """How figures are computed."""
    events: Sequence[RemoveReportEvent | Model | Mapping[str, Any]]
    """Which events."""
    simulate: bool
    """Whether events are only counted; with false they are removed for good. The vendor's default: True."""

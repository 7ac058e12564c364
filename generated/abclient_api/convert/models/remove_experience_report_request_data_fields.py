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
    """How far the days of the report are ahead of UTC, in seconds. The vendor's default: 0."""
    start_time: Required[datetime.datetime | None]
    """From when on events are removed, in Unix seconds."""
    end_time: Required[datetime.datetime | None]
    """Until when events are removed, in Unix seconds."""
    segments: ReportingSegmentsFilters | Model | Mapping[str, Any]
    """Only events of visitors in these segments."""
    stats_engine_processing: StatsEngineSettingsInput | Model | Mapping[str, Any]
    """As for reports; what it does here is not documented."""
    events: Sequence[RemoveReportEvent | Model | Mapping[str, Any]]
    """Which events, by type."""
    simulate: bool
    """Whether events are only counted; with false they are removed for good. The vendor's default: True."""

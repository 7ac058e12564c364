import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from ..._models import Model
from .reporting_segments_filters import ReportingSegmentsFilters
from .stats_engine_settings_input import StatsEngineSettingsInput


class ExportExperienceReportRequestDataFields(TypedDict, total=False):
    """Which report to export, and how.

    The fields of ``ExportExperienceReportRequestData``, by keyword.
    """

    report_type: Literal["csv_aggregated", "csv_aggregated_tabular", "csv_daily", "csv_daily_tabular"]
    """The kind of report. The vendor's default: 'csv_aggregated'."""
    data_type: Literal["cumulative", "non_cumulative"] | None
    """Whether figures add up from day to day. The vendor's default: 'non_cumulative'."""
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

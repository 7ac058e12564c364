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
    """Which file: aggregated or daily figures, for people or as a table. The vendor's default: 'csv_aggregated'."""
    data_type: Literal["cumulative", "non_cumulative"] | None
    """Of a daily file: the figures of each day alone, or those of all days until then. The vendor's default:
    'non_cumulative'."""
    goals: Sequence[int] | None
    """Only these goals, by id; of a daily file at most 10."""
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

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset
from ..._wire import (
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True)
class ExportExperienceReportRequestData(Body):
    """Which report to export, and how."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "report_type": "report_type",
        "data_type": "data_type",
        "goals": "goals",
        "utc_offset": "utc_offset",
        "start_time": "start_time",
        "end_time": "end_time",
        "segments": "segments",
        "stats_engine_processing": "stats_engine_processing",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_time": to_epoch_seconds,
        "end_time": to_epoch_seconds,
    }

    report_type: Literal["csv_aggregated", "csv_aggregated_tabular", "csv_daily", "csv_daily_tabular"] | Unset = UNSET
    """Which file: aggregated or daily figures, for people or as a table. The vendor's default: 'csv_aggregated'."""
    data_type: Literal["cumulative", "non_cumulative"] | None | Unset = UNSET
    """Of a daily file: the figures of each day alone, or those of all days until then. The vendor's default:
    'non_cumulative'."""
    goals: list[int] | None | Unset = UNSET
    """Only these goals, by id; of a daily file at most 10."""
    utc_offset: int | Unset = UNSET
    """How far the days of the report are ahead of UTC, in seconds. The vendor's default: 0."""
    start_time: datetime.datetime | None | Unset = UNSET
    """From when on data counts, in Unix seconds; null for the whole run."""
    end_time: datetime.datetime | None | Unset = UNSET
    """Until when data counts, in Unix seconds; null for now."""
    segments: ReportingSegmentsFilters | Unset = UNSET
    """Only visitors in these segments."""
    stats_engine_processing: StatsEngineSettingsInput | Unset = UNSET
    """Settings of statistics by which figures are computed anew; by default those of the experience."""


from .reporting_segments_filters import ReportingSegmentsFilters
from .stats_engine_settings_input import StatsEngineSettingsInput

import datetime
from collections.abc import Mapping
from typing import Any, Literal, TypedDict

from ..._models import Model
from .reporting_segments_filters import ReportingSegmentsFilters
from .stats_engine_settings_input import StatsEngineSettingsInput


class GetExperienceDailyReportRequestDataFields(TypedDict, total=False):
    """What the report is about.

    The fields of ``GetExperienceDailyReportRequestData``, by keyword.
    """

    goal: float
    """The goal, by id. Callers that name none get figures, too, probably of the primary goal."""
    report_type: Literal["cumulative", "non_cumulative"]
    """`non_cumulative` for the figures of each day alone, `cumulative` for those of all days until then."""
    metric: Literal[
        "conversion_rate",
        "avg_revenue_per_visitor",
        "avg_products_ordered_per_visitor",
        "average_order_value",
        "average_products_per_order",
    ]
    """The metric. Two of them are called otherwise than in aggregated reports."""
    segments: ReportingSegmentsFilters | Model | Mapping[str, Any]
    """Only visitors in these segments."""
    utc_offset: int
    """How far the days of the report are ahead of UTC, in seconds. The vendor's default: 0."""
    start_time: datetime.datetime | None
    """From when on data counts, in Unix seconds; null for the whole run."""
    end_time: datetime.datetime | None
    """Until when data counts, in Unix seconds; null for now."""
    stats_engine_processing: StatsEngineSettingsInput | Model | Mapping[str, Any]
    """Settings of statistics by which figures are computed anew; by default those of the experience."""

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
    """The goal, by id."""
    report_type: Literal["cumulative", "non_cumulative"]
    """Whether figures add up from day to day."""
    metric: Literal[
        "conversion_rate",
        "avg_revenue_per_visitor",
        "avg_products_ordered_per_visitor",
        "average_order_value",
        "average_products_per_order",
    ]
    """The metric."""
    segments: ReportingSegmentsFilters | Model | Mapping[str, Any]
    """Only visitors of these segments."""
    utc_offset: int
    """The offset of days from UTC, in seconds. The vendor's default: 0."""
    start_time: datetime.datetime | None
    """From when on data counts; none for the whole run."""
    end_time: datetime.datetime | None
    """Until when data counts; none for now."""
    stats_engine_processing: StatsEngineSettingsInput | Model | Mapping[str, Any]
    """How figures are computed."""

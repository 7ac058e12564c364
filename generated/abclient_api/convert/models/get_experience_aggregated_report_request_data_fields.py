import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from ..._models import Model
from .reporting_segments_filters import ReportingSegmentsFilters
from .stats_engine_settings_input import StatsEngineSettingsInput


class GetExperienceAggregatedReportRequestDataFields(TypedDict, total=False):
    """What the report is about.

    The fields of ``GetExperienceAggregatedReportRequestData``, by keyword.
    """

    goals: Sequence[int] | None
    """Only these goals, by id; by default all of the experience."""
    metrics: (
        Sequence[
            Literal[
                "conversion_rate",
                "avg_revenue_visitor",
                "avg_products_ordered_visitor",
                "average_order_value",
                "average_products_per_order",
            ]
        ]
        | None
    )
    """Only these metrics; by default all."""
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

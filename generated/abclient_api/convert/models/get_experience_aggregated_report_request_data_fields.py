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
    """Only these goals."""
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
    """Only these metrics."""
    utc_offset: int
    """The offset of days from UTC, in seconds. The vendor's default: 0."""
    start_time: datetime.datetime | None
    """From when on data counts; none for the whole run."""
    end_time: datetime.datetime | None
    """Until when data counts; none for now."""
    segments: ReportingSegmentsFilters | Model | Mapping[str, Any]
    """Only visitors of these segments."""
    stats_engine_processing: StatsEngineSettingsInput | Model | Mapping[str, Any]
    """How figures are computed."""

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
class GetExperienceDailyReportRequestData(Body):
    """What the report is about."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "goal": "goal",
        "report_type": "report_type",
        "metric": "metric",
        "segments": "segments",
        "utc_offset": "utc_offset",
        "start_time": "start_time",
        "end_time": "end_time",
        "stats_engine_processing": "stats_engine_processing",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_time": to_epoch_seconds,
        "end_time": to_epoch_seconds,
    }

    goal: float | Unset = UNSET
    """The goal, by id. Callers that name none get figures, too, probably of the primary goal."""
    report_type: Literal["cumulative", "non_cumulative"] | Unset = UNSET
    """`non_cumulative` for the figures of each day alone, `cumulative` for those of all days until then."""
    metric: (
        Literal[
            "conversion_rate",
            "avg_revenue_per_visitor",
            "avg_products_ordered_per_visitor",
            "average_order_value",
            "average_products_per_order",
        ]
        | Unset
    ) = UNSET
    """The metric. Two of them are called otherwise than in aggregated reports."""
    segments: ReportingSegmentsFilters | Unset = UNSET
    """Only visitors in these segments."""
    utc_offset: int | Unset = UNSET
    """How far the days of the report are ahead of UTC, in seconds. The vendor's default: 0."""
    start_time: datetime.datetime | None | Unset = UNSET
    """From when on data counts, in Unix seconds; null for the whole run."""
    end_time: datetime.datetime | None | Unset = UNSET
    """Until when data counts, in Unix seconds; null for now."""
    stats_engine_processing: StatsEngineSettingsInput | Unset = UNSET
    """Settings of statistics by which figures are computed anew; by default those of the experience."""


from .reporting_segments_filters import ReportingSegmentsFilters
from .stats_engine_settings_input import StatsEngineSettingsInput

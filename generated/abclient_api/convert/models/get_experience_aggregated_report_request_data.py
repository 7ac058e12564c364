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
class GetExperienceAggregatedReportRequestData(Body):
    """What the report is about."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "goals": "goals",
        "metrics": "metrics",
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

    goals: list[int] | None | Unset = UNSET
    """Only these goals, by id; by default all of the experience."""
    metrics: (
        list[
            Literal[
                "conversion_rate",
                "avg_revenue_visitor",
                "avg_products_ordered_visitor",
                "average_order_value",
                "average_products_per_order",
            ]
        ]
        | None
        | Unset
    ) = UNSET
    """Only these metrics; by default all."""
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

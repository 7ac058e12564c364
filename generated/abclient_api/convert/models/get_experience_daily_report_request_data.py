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
    """The goal, by id."""
    report_type: Literal["cumulative", "non_cumulative"] | Unset = UNSET
    """Whether figures add up from day to day."""
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
    """The metric."""
    segments: ReportingSegmentsFilters | Unset = UNSET
    """Only visitors of these segments."""
    utc_offset: int | Unset = UNSET
    """The offset of days from UTC, in seconds. The vendor's default: 0."""
    start_time: datetime.datetime | None | Unset = UNSET
    """From when on data counts; none for the whole run."""
    end_time: datetime.datetime | None | Unset = UNSET
    """Until when data counts; none for now."""
    stats_engine_processing: StatsEngineSettingsInput | Unset = UNSET
    """How figures are computed."""


from .reporting_segments_filters import ReportingSegmentsFilters
from .stats_engine_settings_input import StatsEngineSettingsInput

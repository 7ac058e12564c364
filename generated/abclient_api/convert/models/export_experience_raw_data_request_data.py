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
class ExportExperienceRawDataRequestData(Body):
    """Which events to export."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "events": "events",
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

    events: list[Literal["view_experience", "conversion", "transaction"]] | Unset = UNSET
    """Only events of these types."""
    goals: list[int] | None | Unset = UNSET
    """Only conversions on these goals, by id."""
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

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset
from ..._wire import (
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True)
class RemoveExperienceReportRequestData(Body):
    """Which events to remove from reports."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "utc_offset": "utc_offset",
        "start_time": "start_time",
        "end_time": "end_time",
        "segments": "segments",
        "stats_engine_processing": "stats_engine_processing",
        "events": "events",
        "simulate": "simulate",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_time": to_epoch_seconds,
        "end_time": to_epoch_seconds,
    }

    utc_offset: int | Unset = UNSET
    """How far the days of the report are ahead of UTC, in seconds. The vendor's default: 0."""
    start_time: datetime.datetime | None
    """From when on events are removed, in Unix seconds."""
    end_time: datetime.datetime | None
    """Until when events are removed, in Unix seconds."""
    segments: ReportingSegmentsFilters | Unset = UNSET
    """Only events of visitors in these segments."""
    stats_engine_processing: StatsEngineSettingsInput | Unset = UNSET
    """As for reports; what it does here is not documented."""
    events: list[RemoveReportEvent] | Unset = UNSET
    """Which events, by type."""
    simulate: bool | Unset = UNSET
    """Whether events are only counted; with false they are removed for good. The vendor's default: True."""


from .remove_report_event import RemoveReportEvent
from .reporting_segments_filters import ReportingSegmentsFilters
from .stats_engine_settings_input import StatsEngineSettingsInput

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
    """Events."""
    goals: list[int] | None | Unset = UNSET
    """Goals by id."""
    utc_offset: int | Unset = UNSET
    """The offset of days from UTC, in seconds. The vendor's default: 0."""
    start_time: datetime.datetime | None | Unset = UNSET
    """When it begins or began; none for at once."""
    end_time: datetime.datetime | None | Unset = UNSET
    """When it ends or ended; none for never."""
    segments: ReportingSegmentsFilters | Unset = UNSET
    """Only visitors of these segments."""
    stats_engine_processing: StatsEngineSettingsInput | Unset = UNSET
    """How figures are computed."""


from .reporting_segments_filters import ReportingSegmentsFilters
from .stats_engine_settings_input import StatsEngineSettingsInput

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
class GetSignalSessionsListRequestData(Body):
    """Which sessions, and which page of them."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "start_time": "start_time",
        "end_time": "end_time",
        "utc_offset": "utc_offset",
        "page": "page",
        "results_per_page": "results_per_page",
        "only_count": "onlyCount",
        "experience": "experience",
        "location_id": "location_id",
        "starred": "starred",
        "watched": "watched",
        "country": "country",
        "os": "os",
        "browser": "browser",
        "devices": "devices",
        "contains_page": "containsPage",
        "not_contains_page": "notContainsPage",
        "duration": "duration",
        "page_count": "pageCount",
        "entry_page": "entryPage",
        "exit_page": "exitPage",
        "referrer_ur_ls": "referrerURLs",
        "traffic_channels": "trafficChannels",
        "ad_campaign_labels": "adCampaignLabels",
        "recording_id": "recordingId",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_time": to_epoch_seconds,
        "end_time": to_epoch_seconds,
    }

    start_time: datetime.datetime | None | Unset = UNSET
    """Only sessions from this time on, in Unix seconds."""
    end_time: datetime.datetime | None | Unset = UNSET
    """Only sessions until this time, in Unix seconds."""
    utc_offset: int | Unset = UNSET
    """How far the times are ahead of UTC, in seconds. The vendor's default: 0."""
    page: int | Unset = UNSET
    """Which page, from 1."""
    results_per_page: int | None | Unset = UNSET
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    only_count: bool | Unset = UNSET
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    experience: SessionExperienceFilter | None | Unset = UNSET
    """Only sessions that saw this experience, or this variation of it."""
    location_id: int | None | Unset = UNSET
    """Only sessions at this location."""
    starred: str | None | Unset = UNSET
    """Only sessions that are starred; the values are not documented."""
    watched: str | None | Unset = UNSET
    """Only sessions that somebody has watched; the values are not documented."""
    country: SessionTextFilter | None | Unset = UNSET
    """Only sessions from these countries, in two letters (ISO 3166), or not from these."""
    os: SessionTextFilter | None | Unset = UNSET
    """Only sessions on these operating systems, or not on these."""
    browser: SessionTextFilter | None | Unset = UNSET
    """Only sessions in these browsers, or not in these."""
    devices: SessionTextFilter | None | Unset = UNSET
    """Only sessions on these kinds of devices, or not on these."""
    contains_page: str | None | Unset = UNSET
    """Only sessions that visited a page with this text."""
    not_contains_page: str | None | Unset = UNSET
    """Only sessions that visited no page with this text."""
    duration: SessionRangeFilter | None | Unset = UNSET
    """Only sessions that lasted as long; the unit is not documented."""
    page_count: SessionRangeFilter | None | Unset = UNSET
    """Only sessions with as many pages."""
    entry_page: str | None | Unset = UNSET
    """Only sessions that began at this page."""
    exit_page: str | None | Unset = UNSET
    """Only sessions that ended at this page."""
    referrer_ur_ls: list[str] | None | Unset = UNSET
    """Only sessions that came from one of these addresses."""
    traffic_channels: list[str] | None | Unset = UNSET
    """Only sessions that came by one of these channels."""
    ad_campaign_labels: list[str] | None | Unset = UNSET
    """Only sessions that came by one of these campaigns."""
    recording_id: str | None | Unset = UNSET
    """Only the session of this recording."""


from .session_experience_filter import SessionExperienceFilter
from .session_range_filter import SessionRangeFilter
from .session_text_filter import SessionTextFilter

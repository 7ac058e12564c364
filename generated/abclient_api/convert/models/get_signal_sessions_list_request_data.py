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
    """When it begins or began; none for at once."""
    end_time: datetime.datetime | None | Unset = UNSET
    """When it ends or ended; none for never."""
    utc_offset: int | Unset = UNSET
    """The offset of days from UTC, in seconds. The vendor's default: 0."""
    page: int | Unset = UNSET
    """The number of the page, from 1."""
    results_per_page: int | None | Unset = UNSET
    """How many items a page has. The vendor's default: 30."""
    only_count: bool | Unset = UNSET
    """Whether the answer is to have the number of items only."""
    experience: SessionExperienceFilter | None | Unset = UNSET
    """What may be done with experiences."""
    location_id: int | None | Unset = UNSET
    """Only sessions at this location."""
    starred: str | None | Unset = UNSET
    """Whether sessions are starred."""
    watched: str | None | Unset = UNSET
    """Whether somebody has watched it."""
    country: SessionTextFilter | None | Unset = UNSET
    """The country, in two letters (ISO 3166)."""
    os: SessionTextFilter | None | Unset = UNSET
    """The operating system."""
    browser: SessionTextFilter | None | Unset = UNSET
    """The browser."""
    devices: SessionTextFilter | None | Unset = UNSET
    """Only visitors with one of these devices."""
    contains_page: str | None | Unset = UNSET
    """Only sessions that visited a page with this text."""
    not_contains_page: str | None | Unset = UNSET
    """Only sessions that visited no page with this text."""
    duration: SessionRangeFilter | None | Unset = UNSET
    """How long it lasted, in seconds."""
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

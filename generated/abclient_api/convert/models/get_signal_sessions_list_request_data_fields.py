import datetime
from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from ..._models import Model
from .session_experience_filter import SessionExperienceFilter
from .session_range_filter import SessionRangeFilter
from .session_text_filter import SessionTextFilter


class GetSignalSessionsListRequestDataFields(TypedDict, total=False):
    """Which sessions, and which page of them.

    The fields of ``GetSignalSessionsListRequestData``, by keyword.
    """

    start_time: datetime.datetime | None
    """When it begins or began; none for at once."""
    end_time: datetime.datetime | None
    """When it ends or ended; none for never."""
    utc_offset: int
    """The offset of days from UTC, in seconds. The vendor's default: 0."""
    page: int
    """The number of the page, from 1."""
    results_per_page: int | None
    """How many items a page has. The vendor's default: 30."""
    only_count: bool
    """Whether the answer is to have the number of items only."""
    experience: SessionExperienceFilter | Model | Mapping[str, Any] | None
    """What may be done with experiences."""
    location_id: int | None
    """Only sessions at this location."""
    starred: str | None
    """Whether sessions are starred."""
    watched: str | None
    """Whether somebody has watched it."""
    country: SessionTextFilter | Model | Mapping[str, Any] | None
    """The country, in two letters (ISO 3166)."""
    os: SessionTextFilter | Model | Mapping[str, Any] | None
    """The operating system."""
    browser: SessionTextFilter | Model | Mapping[str, Any] | None
    """The browser."""
    devices: SessionTextFilter | Model | Mapping[str, Any] | None
    """Only visitors with one of these devices."""
    contains_page: str | None
    """Only sessions that visited a page with this text."""
    not_contains_page: str | None
    """Only sessions that visited no page with this text."""
    duration: SessionRangeFilter | Model | Mapping[str, Any] | None
    """How long it lasted, in seconds."""
    page_count: SessionRangeFilter | Model | Mapping[str, Any] | None
    """Only sessions with as many pages."""
    entry_page: str | None
    """Only sessions that began at this page."""
    exit_page: str | None
    """Only sessions that ended at this page."""
    referrer_ur_ls: Sequence[str] | None
    """Only sessions that came from one of these addresses."""
    traffic_channels: Sequence[str] | None
    """Only sessions that came by one of these channels."""
    ad_campaign_labels: Sequence[str] | None
    """Only sessions that came by one of these campaigns."""
    recording_id: str | None
    """Only the session of this recording."""

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
    """Only sessions from this time on, in Unix seconds."""
    end_time: datetime.datetime | None
    """Only sessions until this time, in Unix seconds."""
    utc_offset: int
    """How far the times are ahead of UTC, in seconds. The vendor's default: 0."""
    page: int
    """Which page, from 1."""
    results_per_page: int | None
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    only_count: bool
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    experience: SessionExperienceFilter | Model | Mapping[str, Any] | None
    """Only sessions that saw this experience, or this variation of it."""
    location_id: int | None
    """Only sessions at this location."""
    starred: str | None
    """Only sessions that are starred; the values are not documented."""
    watched: str | None
    """Only sessions that somebody has watched; the values are not documented."""
    country: SessionTextFilter | Model | Mapping[str, Any] | None
    """Only sessions from these countries, in two letters (ISO 3166), or not from these."""
    os: SessionTextFilter | Model | Mapping[str, Any] | None
    """Only sessions on these operating systems, or not on these."""
    browser: SessionTextFilter | Model | Mapping[str, Any] | None
    """Only sessions in these browsers, or not in these."""
    devices: SessionTextFilter | Model | Mapping[str, Any] | None
    """Only sessions on these kinds of devices, or not on these."""
    contains_page: str | None
    """Only sessions that visited a page with this text."""
    not_contains_page: str | None
    """Only sessions that visited no page with this text."""
    duration: SessionRangeFilter | Model | Mapping[str, Any] | None
    """Only sessions that lasted as long; the unit is not documented."""
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

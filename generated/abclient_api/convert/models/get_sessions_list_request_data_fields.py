import datetime
from collections.abc import Mapping
from typing import TypedDict


class GetSessionsListRequestDataFields(TypedDict, total=False):
    """Which sessions, and which page of them.

    The fields of ``GetSessionsListRequestData``, by keyword.
    """

    start_time: datetime.datetime | None
    """Only sessions from this time on, in Unix seconds."""
    end_time: datetime.datetime | None
    """Only sessions until this time, in Unix seconds."""
    utc_offset: int
    """How far the times are ahead of UTC, in seconds. The vendor's default: 0."""
    tags: Mapping[str, str] | None
    """Only sessions with these tags of the recording service, by name."""

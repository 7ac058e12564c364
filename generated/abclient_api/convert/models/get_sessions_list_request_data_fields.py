import datetime
from collections.abc import Mapping
from typing import TypedDict


class GetSessionsListRequestDataFields(TypedDict, total=False):
    """Which sessions, and which page of them.

    The fields of ``GetSessionsListRequestData``, by keyword.
    """

    start_time: datetime.datetime | None
    """When it begins or began; none for at once."""
    end_time: datetime.datetime | None
    """When it ends or ended; none for never."""
    utc_offset: int
    """The offset of days from UTC, in seconds. The vendor's default: 0."""
    tags: Mapping[str, str] | None
    """Tags by id."""

import datetime
from typing import TypedDict


class GetExperienceDailyTrafficAllocationRequestDataFields(TypedDict, total=False):
    """What the report is about.

    The fields of ``GetExperienceDailyTrafficAllocationRequestData``, by keyword.
    """

    utc_offset: int
    """The offset of days from UTC, in seconds. The vendor's default: 0."""
    start_time: datetime.datetime | None
    """When it begins or began; none for at once."""
    end_time: datetime.datetime | None
    """When it ends or ended; none for never."""

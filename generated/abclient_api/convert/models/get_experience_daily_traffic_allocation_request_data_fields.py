import datetime
from typing import TypedDict


class GetExperienceDailyTrafficAllocationRequestDataFields(TypedDict, total=False):
    """What the report is about.

    The fields of ``GetExperienceDailyTrafficAllocationRequestData``, by keyword.
    """

    utc_offset: int
    """How far the days of the report are ahead of UTC, in seconds. The vendor's default: 0."""
    start_time: datetime.datetime | None
    """From when on data counts, in Unix seconds; null for the whole run."""
    end_time: datetime.datetime | None
    """Until when data counts, in Unix seconds; null for now."""

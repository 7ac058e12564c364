import datetime
from typing import TypedDict


class ScheduleCreateFields(TypedDict, total=False):
    """A schedule to create. At least one of the two times is required.

    The fields of ``ScheduleCreate``, by keyword.
    """

    start_time: datetime.datetime | None
    """When the experiment shall start, UTC, written like `2015-01-01T08:00:00Z`."""
    stop_time: datetime.datetime | None
    """When the experiment shall stop, UTC, written like `2015-01-01T08:00:00Z`."""

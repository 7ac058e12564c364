import datetime
from typing import TypedDict


class ScheduleUpdateFields(TypedDict, total=False):
    """Times of a schedule to change. At least one of the two is required.

    The fields of ``ScheduleUpdate``, by keyword.
    """

    start_time: datetime.datetime | None
    """When the experiment shall start, UTC, written like `2015-01-01T08:00:00Z`; null takes it away."""
    stop_time: datetime.datetime | None
    """When the experiment shall stop, UTC, written like `2015-01-01T08:00:00Z`; null takes it away."""

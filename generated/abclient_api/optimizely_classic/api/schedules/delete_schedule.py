from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(schedule_id: int) -> Request[None, Never]:
    """Delete a schedule.

    ``DELETE /schedules/{schedule_id}``

    Removes the schedule for good. Deleting the ACTIVE one leaves the experiment unscheduled.

    Args:
        schedule_id: Id of the schedule.
    """
    return Request(
        operation="deleteSchedule",
        method="DELETE",
        path_template="/schedules/{schedule_id}",
        path=f"/schedules/{number('schedule_id', schedule_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

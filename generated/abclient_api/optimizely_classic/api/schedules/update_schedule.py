from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.schedule import Schedule

if TYPE_CHECKING:
    from ...models.schedule_update import ScheduleUpdate


def parse(response: Response) -> Schedule:
    """The result in a successful answer."""
    return read_one(response, Schedule)


def request(schedule_id: int, *, body: ScheduleUpdate) -> Request[Schedule, Schedule]:
    """Update a schedule.

    ``PUT /schedules/{schedule_id}``

    Changes the start time, the stop time or both; at least one must be sent.

    Args:
        schedule_id: Id of the schedule.
        body: what to send.
    """
    return Request(
        operation="updateSchedule",
        method="PUT",
        path_template="/schedules/{schedule_id}",
        path=f"/schedules/{number('schedule_id', schedule_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

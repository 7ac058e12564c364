from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.schedule import Schedule


def parse(response: Response) -> Schedule:
    """The result in a successful answer."""
    return read_one(response, Schedule)


def request(schedule_id: int) -> Request[Schedule, Schedule]:
    """Read a schedule.

    ``GET /schedules/{schedule_id}``

    One schedule with its start and stop time.

    Args:
        schedule_id: Id of the schedule.
    """
    return Request(
        operation="getSchedule",
        method="GET",
        path_template="/schedules/{schedule_id}",
        path=f"/schedules/{number('schedule_id', schedule_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

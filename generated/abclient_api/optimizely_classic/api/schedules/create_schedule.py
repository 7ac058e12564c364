from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.schedule import Schedule

if TYPE_CHECKING:
    from ...models.schedule_create import ScheduleCreate


def parse(response: Response) -> Schedule:
    """The result in a successful answer."""
    return read_one(response, Schedule)


def request(experiment_id: int, *, body: ScheduleCreate) -> Request[Schedule, Schedule]:
    """Create a schedule.

    ``POST /experiments/{experiment_id}/schedules``

    Plans a start, a stop or both. The new schedule is always ACTIVE; every earlier schedule of the experiment
    becomes INACTIVE.

    Args:
        experiment_id: Id of the experiment.
        body: what to send.
    """
    return Request(
        operation="createSchedule",
        method="POST",
        path_template="/experiments/{experiment_id}/schedules",
        path=f"/experiments/{number('experiment_id', experiment_id)}/schedules",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number, segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.scheduled_change import ScheduledChange

if TYPE_CHECKING:
    from ...models.scheduled_change_update_request import ScheduledChangeUpdateRequest


def parse(response: Response) -> ScheduledChange:
    """The result in a successful answer."""
    return read_one(response, ScheduledChange)


def request(
    project_id: int, flag_key: str, schedule_id: int, *, body: ScheduledChangeUpdateRequest
) -> Request[ScheduledChange, ScheduledChange]:
    """Change a scheduled change.

    ``PATCH /projects/{project_id}/flags/{flag_key}/schedules/{schedule_id}``

    Changes what is done, when, or in which environment.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        schedule_id: Number of the scheduled change.
        body: what to send.
    """
    return Request(
        operation="update_scheduled_change",
        method="PATCH",
        path_template="/projects/{project_id}/flags/{flag_key}/schedules/{schedule_id}",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/schedules/{number('schedule_id', schedule_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number, segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.scheduled_change import ScheduledChange

if TYPE_CHECKING:
    from ...models.scheduled_change_create_request import ScheduledChangeCreateRequest


def parse(response: Response) -> ScheduledChange:
    """The result in a successful answer."""
    return read_one(response, ScheduledChange)


def request(
    project_id: int, flag_key: str, *, body: ScheduledChangeCreateRequest
) -> Request[ScheduledChange, ScheduledChange]:
    """Schedule a change.

    ``POST /projects/{project_id}/flags/{flag_key}/schedules``

    Schedules actions on a flag and its rules in one environment.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        body: what to send.
    """
    return Request(
        operation="create_scheduled_change",
        method="POST",
        path_template="/projects/{project_id}/flags/{flag_key}/schedules",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/schedules",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

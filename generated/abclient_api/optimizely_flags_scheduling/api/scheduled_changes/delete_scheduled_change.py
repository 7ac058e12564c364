from __future__ import annotations

from typing import Never

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(project_id: int, flag_key: str, schedule_id: int) -> Request[None, Never]:
    """Delete a scheduled change.

    ``DELETE /projects/{project_id}/flags/{flag_key}/schedules/{schedule_id}``

    Deletes a scheduled change, which then is not made.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        schedule_id: Number of the scheduled change.
    """
    return Request(
        operation="delete_scheduled_change",
        method="DELETE",
        path_template="/projects/{project_id}/flags/{flag_key}/schedules/{schedule_id}",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/schedules/{number('schedule_id', schedule_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

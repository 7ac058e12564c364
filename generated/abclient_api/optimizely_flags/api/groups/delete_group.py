from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(project_id: int, group_id: int) -> Request[None, Never]:
    """Delete an exclusion group.

    ``DELETE /projects/{project_id}/groups/{group_id}``

    Deletes an exclusion group for good.

    Args:
        project_id: Number of the project.
        group_id: Number of the group.
    """
    return Request(
        operation="delete_group",
        method="DELETE",
        path_template="/projects/{project_id}/groups/{group_id}",
        path=f"/projects/{number('project_id', project_id)}/groups/{number('group_id', group_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.group import Group


def parse(response: Response) -> Group:
    """The result in a successful answer."""
    return read_one(response, Group)


def request(project_id: int, group_id: int) -> Request[Group, Group]:
    """Get an exclusion group.

    ``GET /projects/{project_id}/groups/{group_id}``

    One exclusion group.

    Args:
        project_id: Number of the project.
        group_id: Number of the group.
    """
    return Request(
        operation="fetch_group",
        method="GET",
        path_template="/projects/{project_id}/groups/{group_id}",
        path=f"/projects/{number('project_id', project_id)}/groups/{number('group_id', group_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

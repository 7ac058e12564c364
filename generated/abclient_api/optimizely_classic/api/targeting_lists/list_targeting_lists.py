from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_list
from ...models.targeting_list import TargetingList


def parse(response: Response) -> list[TargetingList]:
    """The result in a successful answer."""
    return read_list(response, TargetingList)


def request(project_id: int) -> Request[list[TargetingList], TargetingList]:
    """List the targeting lists of a project.

    ``GET /projects/{project_id}/targeting_lists``

    Every list uploaded to the project. Their content is not returned.

    Args:
        project_id: Id of the project.
    """
    return Request(
        operation="listTargetingLists",
        method="GET",
        path_template="/projects/{project_id}/targeting_lists",
        path=f"/projects/{number('project_id', project_id)}/targeting_lists",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=TargetingList,
    )

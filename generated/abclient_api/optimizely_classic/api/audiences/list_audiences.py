from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_list
from ...models.audience import Audience


def parse(response: Response) -> list[Audience]:
    """The result in a successful answer."""
    return read_list(response, Audience)


def request(project_id: int) -> Request[list[Audience], Audience]:
    """List the audiences of a project.

    ``GET /projects/{project_id}/audiences``

    Every audience of the project, archived ones included.

    Args:
        project_id: Id of the project.
    """
    return Request(
        operation="listAudiences",
        method="GET",
        path_template="/projects/{project_id}/audiences",
        path=f"/projects/{number('project_id', project_id)}/audiences",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=Audience,
    )

from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_list
from ...models.dimension import Dimension


def parse(response: Response) -> list[Dimension]:
    """The result in a successful answer."""
    return read_list(response, Dimension)


def request(project_id: int) -> Request[list[Dimension], Dimension]:
    """List the dimensions of a project.

    ``GET /projects/{project_id}/dimensions``

    Every dimension of the project.

    Args:
        project_id: Id of the project.
    """
    return Request(
        operation="listDimensions",
        method="GET",
        path_template="/projects/{project_id}/dimensions",
        path=f"/projects/{number('project_id', project_id)}/dimensions",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=Dimension,
    )

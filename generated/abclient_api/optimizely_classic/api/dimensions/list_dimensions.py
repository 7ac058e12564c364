from __future__ import annotations

from ...._models import items
from ...._runtime import Request, Response, Sender, number, read
from ...models.dimension import Dimension


def parse(response: Response) -> list[Dimension]:
    """The result in a successful answer."""
    return read(
        response, "list[Dimension]", lambda data: [Dimension.from_dict(x0) for x0 in items(data) if x0 is not None]
    )


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
        success=(200,),
    )


async def asyncio(client: Sender, project_id: int) -> list[Dimension]:
    """As :func:`request`, sent by ``client``: waits for the result."""
    return await client.send(request(project_id))

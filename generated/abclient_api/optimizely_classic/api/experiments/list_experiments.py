from __future__ import annotations

from ...._models import items
from ...._runtime import Request, Response, Sender, number, read
from ...models.experiment import Experiment


def parse(response: Response) -> list[Experiment]:
    """The result in a successful answer."""
    return read(
        response, "list[Experiment]", lambda data: [Experiment.from_dict(x0) for x0 in items(data) if x0 is not None]
    )


def request(project_id: int) -> Request[list[Experiment], Experiment]:
    """List the experiments of a project.

    ``GET /projects/{project_id}/experiments``

    Every experiment of the project.

    Args:
        project_id: Id of the project.
    """
    return Request(
        operation="listExperiments",
        method="GET",
        path_template="/projects/{project_id}/experiments",
        path=f"/projects/{number('project_id', project_id)}/experiments",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        success=(200,),
    )


async def asyncio(client: Sender, project_id: int) -> list[Experiment]:
    """As :func:`request`, sent by ``client``: waits for the result."""
    return await client.send(request(project_id))

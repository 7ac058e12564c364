from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_list
from ...models.experiment import Experiment


def parse(response: Response) -> list[Experiment]:
    """The result in a successful answer."""
    return read_list(response, Experiment)


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
        item=Experiment,
    )

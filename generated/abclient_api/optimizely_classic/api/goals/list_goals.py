from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_list
from ...models.goal import Goal


def parse(response: Response) -> list[Goal]:
    """The result in a successful answer."""
    return read_list(response, Goal)


def request(project_id: int) -> Request[list[Goal], Goal]:
    """List the goals of a project.

    ``GET /projects/{project_id}/goals``

    Every goal of the project.

    Args:
        project_id: Id of the project.
    """
    return Request(
        operation="listGoals",
        method="GET",
        path_template="/projects/{project_id}/goals",
        path=f"/projects/{number('project_id', project_id)}/goals",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=Goal,
    )

from __future__ import annotations

from ...._arguments import segment
from ...._runtime import Request, Response, read_one
from ...models.project import Project


def parse(response: Response) -> Project:
    """The result in a successful answer."""
    return read_one(response, Project)


def request(project_id: str) -> Request[Project, Project]:
    """Get a project.

    ``GET /projects/get/{project_id}``

    Reads one project.

    Args:
        project_id: The project's id.
    """
    return Request(
        operation="getProject",
        method="GET",
        path_template="/projects/get/{project_id}",
        path=f"/projects/get/{segment('project_id', project_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

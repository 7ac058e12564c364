from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.project import Project


def parse(response: Response) -> Project:
    """The result in a successful answer."""
    return read_one(response, Project)


def request(project_id: int) -> Request[Project, Project]:
    """Read a project.

    ``GET /projects/{project_id}``

    Metadata of one project. Several projects take one call each.

    Args:
        project_id: Id of the project.
    """
    return Request(
        operation="getProject",
        method="GET",
        path_template="/projects/{project_id}",
        path=f"/projects/{number('project_id', project_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

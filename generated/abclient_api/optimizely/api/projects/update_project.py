from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.project import Project

if TYPE_CHECKING:
    from ...models.project_update import ProjectUpdate


def parse(response: Response) -> Project:
    """The result in a successful answer."""
    return read_one(response, Project)


def request(project_id: int, *, body: ProjectUpdate) -> Request[Project, Project]:
    """Change a project.

    ``PATCH /projects/{project_id}``

    Changes the fields sent. Setting `status` to archived retires the project.

    Args:
        project_id: Identifier of the project.
        body: what to send.
    """
    return Request(
        operation="update_project",
        method="PATCH",
        path_template="/projects/{project_id}",
        path=f"/projects/{number('project_id', project_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.project import Project

if TYPE_CHECKING:
    from ...models.project_input import ProjectInput


def parse(response: Response) -> Project:
    """The result in a successful answer."""
    return read_one(response, Project)


def request(project_id: str, *, body: ProjectInput) -> Request[Project, Project]:
    """Update a project.

    ``POST /projects/update/{project_id}``

    Changes the fields that are sent and answers with the whole project.

    Args:
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="updateProject",
        method="POST",
        path_template="/projects/update/{project_id}",
        path=f"/projects/update/{segment('project_id', project_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

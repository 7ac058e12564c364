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
    """Update a project.

    ``PUT /projects/{project_id}``

    Changes the fields sent. Deleting is not supported; set `project_status` to Archived instead.

    Args:
        project_id: Id of the project.
        body: what to send.
    """
    return Request(
        operation="updateProject",
        method="PUT",
        path_template="/projects/{project_id}",
        path=f"/projects/{number('project_id', project_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

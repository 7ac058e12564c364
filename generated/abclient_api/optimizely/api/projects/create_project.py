from __future__ import annotations

from typing import TYPE_CHECKING

from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.project import Project

if TYPE_CHECKING:
    from ...models.project_create import ProjectCreate


def parse(response: Response) -> Project:
    """The result in a successful answer."""
    return read_one(response, Project)


def request(*, body: ProjectCreate) -> Request[Project, Project]:
    """Create a project.

    ``POST /projects``

    Creates a project and answers it.

    Args:
        body: what to send.
    """
    return Request(
        operation="create_project",
        method="POST",
        path_template="/projects",
        path="/projects",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

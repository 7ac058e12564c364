from __future__ import annotations

from typing import TYPE_CHECKING

from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.project import Project

if TYPE_CHECKING:
    from ...models.project_input import ProjectInput


def parse(response: Response) -> Project:
    """The result in a successful answer."""
    return read_one(response, Project)


def request(*, body: ProjectInput) -> Request[Project, Project]:
    """Add a project.

    ``POST /projects/add``

    Creates a project in the account of the application.

    Args:
        body: what to send.
    """
    return Request(
        operation="addProject",
        method="POST",
        path_template="/projects/add",
        path="/projects/add",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

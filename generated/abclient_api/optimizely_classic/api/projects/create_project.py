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

    Adds a project to the account. Only `project_name` is required; it starts Active with `code_revision` 0.

    Args:
        body: what to send.
    """
    return Request(
        operation="createProject",
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

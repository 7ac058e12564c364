from __future__ import annotations

from typing import TYPE_CHECKING

from ...._models import dumps
from ...._runtime import Request, Response, read_list
from ...models.project import Project

if TYPE_CHECKING:
    from ...models.project_filter import ProjectFilter


def parse(response: Response) -> list[Project]:
    """The result in a successful answer."""
    return read_list(response, Project)


def request(*, body: ProjectFilter | None = None) -> Request[list[Project], Project]:
    """List projects.

    ``GET /projects/``

    One page of the projects that the application's credentials can reach.

    Args:
        body: what to send.
    """
    return Request(
        operation="listProjects",
        method="GET",
        path_template="/projects/",
        path="/projects/",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        items="",
        item=Project,
    )

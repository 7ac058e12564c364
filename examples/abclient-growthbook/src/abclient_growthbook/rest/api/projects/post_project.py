from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api._models import dumps
from abclient_api._runtime import Request, Response, read_one

from ...models.project_response import ProjectResponse

if TYPE_CHECKING:
    from ...models.project_create import ProjectCreate


def parse(response: Response) -> ProjectResponse:
    """The result in a successful answer."""
    return read_one(response, ProjectResponse)


def request(*, body: ProjectCreate) -> Request[ProjectResponse, ProjectResponse]:
    """Create a project.

    ``POST /v1/projects``

    Makes a project.

    Args:
        body: what to send.
    """
    return Request(
        operation="postProject",
        method="POST",
        path_template="/v1/projects",
        path="/v1/projects",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

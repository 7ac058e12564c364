from __future__ import annotations

from abclient_api._arguments import (
    segment,
)
from abclient_api._runtime import Request, Response, read_one

from ...models.project_response import ProjectResponse


def parse(response: Response) -> ProjectResponse:
    """The result in a successful answer."""
    return read_one(response, ProjectResponse)


def request(id: str) -> Request[ProjectResponse, ProjectResponse]:
    """Get a project.

    ``GET /v1/projects/{id}``

    One project.

    Args:
        id: Identifier of the project.
    """
    return Request(
        operation="getProject",
        method="GET",
        path_template="/v1/projects/{id}",
        path=f"/v1/projects/{segment('id', id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api._arguments import (
    segment,
)
from abclient_api._models import dumps
from abclient_api._runtime import Request, Response, read_one

from ...models.project_response import ProjectResponse

if TYPE_CHECKING:
    from ...models.project_update import ProjectUpdate


def parse(response: Response) -> ProjectResponse:
    """The result in a successful answer."""
    return read_one(response, ProjectResponse)


def request(id: str, *, body: ProjectUpdate) -> Request[ProjectResponse, ProjectResponse]:
    """Change a project.

    ``PUT /v1/projects/{id}``

    Changes what the body names.

    Args:
        id: Identifier of the project.
        body: what to send.
    """
    return Request(
        operation="putProject",
        method="PUT",
        path_template="/v1/projects/{id}",
        path=f"/v1/projects/{segment('id', id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

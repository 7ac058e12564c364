from __future__ import annotations

from abclient_api._arguments import (
    segment,
)
from abclient_api._runtime import Request, Response, read_one

from ...models.deleted import Deleted


def parse(response: Response) -> Deleted:
    """The result in a successful answer."""
    return read_one(response, Deleted)


def request(id: str) -> Request[Deleted, Deleted]:
    """Delete a project.

    ``DELETE /v1/projects/{id}``

    Deletes a project; what belongs to it stays.

    Args:
        id: Identifier of the project.
    """
    return Request(
        operation="deleteProject",
        method="DELETE",
        path_template="/v1/projects/{id}",
        path=f"/v1/projects/{segment('id', id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

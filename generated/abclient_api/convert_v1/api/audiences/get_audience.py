from __future__ import annotations

from ...._arguments import segment
from ...._runtime import Request, Response, read_one
from ...models.audience import Audience


def parse(response: Response) -> Audience:
    """The result in a successful answer."""
    return read_one(response, Audience)


def request(project_id: str, audience_id: str) -> Request[Audience, Audience]:
    """Get an audience.

    ``GET /audiences/get/{project_id}/{audience_id}``

    Reads one audience with its rule.

    Args:
        project_id: The project's id.
        audience_id: The audience's id.
    """
    return Request(
        operation="getAudience",
        method="GET",
        path_template="/audiences/get/{project_id}/{audience_id}",
        path=f"/audiences/get/{segment('project_id', project_id)}/{segment('audience_id', audience_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

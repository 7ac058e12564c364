from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.audience import Audience


def parse(response: Response) -> Audience:
    """The result in a successful answer."""
    return read_one(response, Audience)


def request(audience_id: int) -> Request[Audience, Audience]:
    """Read an audience.

    ``GET /audiences/{audience_id}``

    Metadata of one audience.

    Args:
        audience_id: Id of the audience.
    """
    return Request(
        operation="getAudience",
        method="GET",
        path_template="/audiences/{audience_id}",
        path=f"/audiences/{number('audience_id', audience_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

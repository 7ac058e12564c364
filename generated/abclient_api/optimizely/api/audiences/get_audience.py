from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.audience import Audience


def parse(response: Response) -> Audience:
    """The result in a successful answer."""
    return read_one(response, Audience)


def request(audience_id: int) -> Request[Audience, Audience]:
    """Get an audience.

    ``GET /audiences/{audience_id}``

    One audience by its identifier.

    Args:
        audience_id: Identifier of the audience.
    """
    return Request(
        operation="get_audience",
        method="GET",
        path_template="/audiences/{audience_id}",
        path=f"/audiences/{number('audience_id', audience_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

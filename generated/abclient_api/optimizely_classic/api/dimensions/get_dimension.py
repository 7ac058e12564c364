from __future__ import annotations

from ...._runtime import Request, Response, Sender, number, read
from ...models.dimension import Dimension


def parse(response: Response) -> Dimension:
    """The result in a successful answer."""
    return read(response, "Dimension", Dimension.from_dict)


def request(dimension_id: int) -> Request[Dimension, Dimension]:
    """Read a dimension.

    ``GET /dimensions/{dimension_id}``

    Metadata of one dimension.

    Args:
        dimension_id: Id of the dimension.
    """
    return Request(
        operation="getDimension",
        method="GET",
        path_template="/dimensions/{dimension_id}",
        path=f"/dimensions/{number('dimension_id', dimension_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
        success=(200,),
    )


async def asyncio(client: Sender, dimension_id: int) -> Dimension:
    """As :func:`request`, sent by ``client``: waits for the result."""
    return await client.send(request(dimension_id))

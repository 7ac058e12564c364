from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.dimension import Dimension


def parse(response: Response) -> Dimension:
    """The result in a successful answer."""
    return read_one(response, Dimension)


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
    )

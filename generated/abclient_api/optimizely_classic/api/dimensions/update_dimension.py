from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.dimension import Dimension

if TYPE_CHECKING:
    from ...models.dimension_update import DimensionUpdate


def parse(response: Response) -> Dimension:
    """The result in a successful answer."""
    return read_one(response, Dimension)


def request(dimension_id: int, *, body: DimensionUpdate) -> Request[Dimension, Dimension]:
    """Update a dimension.

    ``PUT /dimensions/{dimension_id}``

    Changes the fields sent. A `name` or `client_api_name` of another dimension is answered with 400.

    Args:
        dimension_id: Id of the dimension.
        body: what to send.
    """
    return Request(
        operation="updateDimension",
        method="PUT",
        path_template="/dimensions/{dimension_id}",
        path=f"/dimensions/{number('dimension_id', dimension_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(dimension_id: int) -> Request[None, Never]:
    """Delete a dimension.

    ``DELETE /dimensions/{dimension_id}``

    Removes the dimension for good: audiences that use it stop getting traffic and the results tied to it are
    deleted.

    Args:
        dimension_id: Id of the dimension.
    """
    return Request(
        operation="deleteDimension",
        method="DELETE",
        path_template="/dimensions/{dimension_id}",
        path=f"/dimensions/{number('dimension_id', dimension_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(attribute_id: int) -> Request[None, Never]:
    """Archive an attribute.

    ``DELETE /attributes/{attribute_id}``

    DELETE archives: the attribute keeps existing and can be read. There is no body.

    Args:
        attribute_id: Identifier of the attribute.
    """
    return Request(
        operation="delete_attribute",
        method="DELETE",
        path_template="/attributes/{attribute_id}",
        path=f"/attributes/{number('attribute_id', attribute_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

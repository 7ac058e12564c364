from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.attribute import Attribute


def parse(response: Response) -> Attribute:
    """The result in a successful answer."""
    return read_one(response, Attribute)


def request(attribute_id: int) -> Request[Attribute, Attribute]:
    """Get an attribute.

    ``GET /attributes/{attribute_id}``

    One attribute by its identifier.

    Args:
        attribute_id: Identifier of the attribute.
    """
    return Request(
        operation="get_attribute",
        method="GET",
        path_template="/attributes/{attribute_id}",
        path=f"/attributes/{number('attribute_id', attribute_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

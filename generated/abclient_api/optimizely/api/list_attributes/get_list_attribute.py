from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.list_attribute import ListAttribute


def parse(response: Response) -> ListAttribute:
    """The result in a successful answer."""
    return read_one(response, ListAttribute)


def request(list_attribute_id: int) -> Request[ListAttribute, ListAttribute]:
    """Get a list attribute.

    ``GET /list_attributes/{list_attribute_id}``

    One list attribute by its identifier.

    Args:
        list_attribute_id: Identifier of the list attribute.
    """
    return Request(
        operation="get_list_attribute",
        method="GET",
        path_template="/list_attributes/{list_attribute_id}",
        path=f"/list_attributes/{number('list_attribute_id', list_attribute_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

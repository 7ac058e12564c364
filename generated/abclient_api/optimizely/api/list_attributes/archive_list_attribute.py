from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(list_attribute_id: int) -> Request[None, Never]:
    """Archive a list attribute.

    ``DELETE /list_attributes/{list_attribute_id}``

    DELETE archives: the list attribute keeps existing and can be read. There is no body.

    Args:
        list_attribute_id: Identifier of the list attribute.
    """
    return Request(
        operation="archive_list_attribute",
        method="DELETE",
        path_template="/list_attributes/{list_attribute_id}",
        path=f"/list_attributes/{number('list_attribute_id', list_attribute_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

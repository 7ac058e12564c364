from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.list_attribute import ListAttribute

if TYPE_CHECKING:
    from ...models.list_attribute_update import ListAttributeUpdate


def parse(response: Response) -> ListAttribute:
    """The result in a successful answer."""
    return read_one(response, ListAttribute)


def request(list_attribute_id: int, *, body: ListAttributeUpdate) -> Request[ListAttribute, ListAttribute]:
    """Change a list attribute.

    ``PATCH /list_attributes/{list_attribute_id}``

    Changes the fields sent. New content replaces the old.

    Args:
        list_attribute_id: Identifier of the list attribute.
        body: what to send.
    """
    return Request(
        operation="update_list_attribute",
        method="PATCH",
        path_template="/list_attributes/{list_attribute_id}",
        path=f"/list_attributes/{number('list_attribute_id', list_attribute_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

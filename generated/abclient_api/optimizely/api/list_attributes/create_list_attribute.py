from __future__ import annotations

from typing import TYPE_CHECKING

from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.list_attribute import ListAttribute

if TYPE_CHECKING:
    from ...models.list_attribute_create import ListAttributeCreate


def parse(response: Response) -> ListAttribute:
    """The result in a successful answer."""
    return read_one(response, ListAttribute)


def request(*, body: ListAttributeCreate) -> Request[ListAttribute, ListAttribute]:
    """Create a list attribute.

    ``POST /list_attributes``

    Creates a list attribute in the project the body names.

    Args:
        body: what to send.
    """
    return Request(
        operation="create_list_attribute",
        method="POST",
        path_template="/list_attributes",
        path="/list_attributes",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

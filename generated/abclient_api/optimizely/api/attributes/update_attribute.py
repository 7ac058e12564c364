from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.attribute import Attribute

if TYPE_CHECKING:
    from ...models.attribute_update import AttributeUpdate


def parse(response: Response) -> Attribute:
    """The result in a successful answer."""
    return read_one(response, Attribute)


def request(attribute_id: int, *, body: AttributeUpdate) -> Request[Attribute, Attribute]:
    """Change an attribute.

    ``PATCH /attributes/{attribute_id}``

    Changes the fields sent.

    Args:
        attribute_id: Identifier of the attribute.
        body: what to send.
    """
    return Request(
        operation="update_attribute",
        method="PATCH",
        path_template="/attributes/{attribute_id}",
        path=f"/attributes/{number('attribute_id', attribute_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

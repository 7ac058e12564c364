from __future__ import annotations

from typing import TYPE_CHECKING

from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.attribute import Attribute

if TYPE_CHECKING:
    from ...models.attribute_create import AttributeCreate


def parse(response: Response) -> Attribute:
    """The result in a successful answer."""
    return read_one(response, Attribute)


def request(*, body: AttributeCreate) -> Request[Attribute, Attribute]:
    """Create an attribute.

    ``POST /attributes``

    Creates an attribute in the project the body names.

    Args:
        body: what to send.
    """
    return Request(
        operation="create_attribute",
        method="POST",
        path_template="/attributes",
        path="/attributes",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

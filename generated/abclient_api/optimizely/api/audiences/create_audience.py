from __future__ import annotations

from typing import TYPE_CHECKING

from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.audience import Audience

if TYPE_CHECKING:
    from ...models.audience_create import AudienceCreate


def parse(response: Response) -> Audience:
    """The result in a successful answer."""
    return read_one(response, Audience)


def request(*, body: AudienceCreate) -> Request[Audience, Audience]:
    """Create an audience.

    ``POST /audiences``

    Creates an audience in the project the body names.

    Args:
        body: what to send.
    """
    return Request(
        operation="create_audience",
        method="POST",
        path_template="/audiences",
        path="/audiences",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

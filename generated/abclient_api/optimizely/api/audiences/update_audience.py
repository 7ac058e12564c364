from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.audience import Audience

if TYPE_CHECKING:
    from ...models.audience_update import AudienceUpdate


def parse(response: Response) -> Audience:
    """The result in a successful answer."""
    return read_one(response, Audience)


def request(audience_id: int, *, body: AudienceUpdate) -> Request[Audience, Audience]:
    """Change an audience.

    ``PATCH /audiences/{audience_id}``

    Changes the fields sent. Setting `archived` retires the audience.

    Args:
        audience_id: Identifier of the audience.
        body: what to send.
    """
    return Request(
        operation="update_audience",
        method="PATCH",
        path_template="/audiences/{audience_id}",
        path=f"/audiences/{number('audience_id', audience_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

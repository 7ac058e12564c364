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
    """Update an audience.

    ``PUT /audiences/{audience_id}``

    Changes the fields sent. Deleting is not supported. Switching `segmentation` on is an error without a
    Platinum account or when ten other audiences and dimensions already have it.

    Args:
        audience_id: Id of the audience.
        body: what to send.
    """
    return Request(
        operation="updateAudience",
        method="PUT",
        path_template="/audiences/{audience_id}",
        path=f"/audiences/{number('audience_id', audience_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

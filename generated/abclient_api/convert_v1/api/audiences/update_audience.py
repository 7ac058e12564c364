from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.audience import Audience

if TYPE_CHECKING:
    from ...models.audience_input import AudienceInput


def parse(response: Response) -> Audience:
    """The result in a successful answer."""
    return read_one(response, Audience)


def request(project_id: str, audience_id: str, *, body: AudienceInput) -> Request[Audience, Audience]:
    """Update an audience.

    ``POST /audiences/update/{project_id}/{audience_id}``

    Changes the fields that are sent and answers with the whole audience.

    Args:
        project_id: The project's id.
        audience_id: The audience's id.
        body: what to send.
    """
    return Request(
        operation="updateAudience",
        method="POST",
        path_template="/audiences/update/{project_id}/{audience_id}",
        path=f"/audiences/update/{segment('project_id', project_id)}/{segment('audience_id', audience_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

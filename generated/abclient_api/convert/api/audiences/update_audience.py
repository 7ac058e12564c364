from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.audience import Audience

if TYPE_CHECKING:
    from ...models.update_audience_request_data import UpdateAudienceRequestData


def parse(response: Response) -> Audience:
    """The result in a successful answer."""
    return read_one(response, Audience)


def request(
    account_id: int, project_id: int, audience_id: int, *, body: UpdateAudienceRequestData
) -> Request[Audience, Audience]:
    """Change an audience.

    ``POST /accounts/{account_id}/projects/{project_id}/audiences/{audience_id}/update``

    Changes the fields that are given.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        audience_id: The audience's id.
        body: what to send.
    """
    return Request(
        operation="updateAudience",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/audiences/{audience_id}/update",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/audiences/{number('audience_id', audience_id)}/update",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

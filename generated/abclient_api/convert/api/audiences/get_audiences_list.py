from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.audiences_list_response_data import AudiencesListResponseData

if TYPE_CHECKING:
    from ...models.audience import Audience
    from ...models.get_audiences_list_request_data import GetAudiencesListRequestData


def parse(response: Response) -> AudiencesListResponseData:
    """The result in a successful answer."""
    return read_one(response, AudiencesListResponseData)


def request(
    account_id: int, project_id: int, *, body: GetAudiencesListRequestData | None = None
) -> Request[AudiencesListResponseData, Audience]:
    """List audiences.

    ``POST /accounts/{account_id}/projects/{project_id}/audiences``

    One page of the project's audiences.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="getAudiencesList",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/audiences",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/audiences",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
        items="data",
        page=AudiencesListResponseData,
    )

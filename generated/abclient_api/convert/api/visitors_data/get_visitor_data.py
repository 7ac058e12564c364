from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.visitor_data_list_response_data import VisitorDataListResponseData

if TYPE_CHECKING:
    from ...models.get_visitor_data_list_request_data import GetVisitorDataListRequestData
    from ...models.visitor_data_item import VisitorDataItem


def parse(response: Response) -> VisitorDataListResponseData:
    """The result in a successful answer."""
    return read_one(response, VisitorDataListResponseData)


def request(
    account_id: int, project_id: int, *, body: GetVisitorDataListRequestData | None = None
) -> Request[VisitorDataListResponseData, VisitorDataItem]:
    """List visitors.

    ``POST /accounts/{account_id}/projects/{project_id}/visitors-data``

    One page of what is known of visitors.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="getVisitorData",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/visitors-data",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/visitors-data",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
        items="data",
        page=VisitorDataListResponseData,
    )

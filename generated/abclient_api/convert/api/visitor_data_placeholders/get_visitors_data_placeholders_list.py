from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.placeholders_list_response_data import PlaceholdersListResponseData

if TYPE_CHECKING:
    from ...models.get_placeholders_list_request_data import GetPlaceholdersListRequestData
    from ...models.visitor_data_placeholder import VisitorDataPlaceholder


def parse(response: Response) -> PlaceholdersListResponseData:
    """The result in a successful answer."""
    return read_one(response, PlaceholdersListResponseData)


def request(
    account_id: int, project_id: int, *, body: GetPlaceholdersListRequestData | None = None
) -> Request[PlaceholdersListResponseData, VisitorDataPlaceholder]:
    """List placeholders.

    ``POST /accounts/{account_id}/projects/{project_id}/visitors-data/placeholders``

    One page of the names that stand for fields of visitors' data.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="getVisitorsDataPlaceholdersList",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/visitors-data/placeholders",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/visitors-data/placeholders",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
        items="data",
        page=PlaceholdersListResponseData,
    )

from __future__ import annotations

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_one
from ...models.visitor_data_item import VisitorDataItem


def parse(response: Response) -> VisitorDataItem:
    """The result in a successful answer."""
    return read_one(response, VisitorDataItem)


def request(account_id: int, project_id: int, visitor_id: str) -> Request[VisitorDataItem, VisitorDataItem]:
    """Get a visitor.

    ``GET /accounts/{account_id}/projects/{project_id}/visitors-data/{visitor_id}``

    What is known of a visitor.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        visitor_id: The visitor's id.
    """
    return Request(
        operation="getVisitorDataItem",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}/visitors-data/{visitor_id}",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/visitors-data/{segment('visitor_id', visitor_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number, segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.visitor_data_item import VisitorDataItem

if TYPE_CHECKING:
    from ...models.update_visitor_data_item_request_data import UpdateVisitorDataItemRequestData


def parse(response: Response) -> VisitorDataItem:
    """The result in a successful answer."""
    return read_one(response, VisitorDataItem)


def request(
    account_id: int, project_id: int, visitor_id: str, *, body: UpdateVisitorDataItemRequestData
) -> Request[VisitorDataItem, VisitorDataItem]:
    """Change a visitor.

    ``POST /accounts/{account_id}/projects/{project_id}/visitors-data/{visitor_id}/update``

    Changes what is known of a visitor.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        visitor_id: The visitor's id.
        body: what to send.
    """
    return Request(
        operation="updateVisitorDataItem",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/visitors-data/{visitor_id}/update",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/visitors-data/{segment('visitor_id', visitor_id)}/update",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

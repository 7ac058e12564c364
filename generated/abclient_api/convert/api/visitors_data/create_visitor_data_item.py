from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.visitor_data_item import VisitorDataItem

if TYPE_CHECKING:
    from ...models.create_visitor_data_item_request_data import CreateVisitorDataItemRequestData


def parse(response: Response) -> VisitorDataItem:
    """The result in a successful answer."""
    return read_one(response, VisitorDataItem)


def request(
    account_id: int, project_id: int, *, body: CreateVisitorDataItemRequestData
) -> Request[VisitorDataItem, VisitorDataItem]:
    """Add a visitor.

    ``POST /accounts/{account_id}/projects/{project_id}/visitors-data/add``

    Stores what is known of a visitor.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="createVisitorDataItem",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/visitors-data/add",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/visitors-data/add",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

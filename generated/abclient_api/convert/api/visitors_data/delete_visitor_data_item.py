from __future__ import annotations

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_one
from ...models.success_data import SuccessData


def parse(response: Response) -> SuccessData:
    """The result in a successful answer."""
    return read_one(response, SuccessData)


def request(account_id: int, project_id: int, visitor_id: str) -> Request[SuccessData, SuccessData]:
    """Remove a visitor.

    ``DELETE /accounts/{account_id}/projects/{project_id}/visitors-data/{visitor_id}/delete``

    Removes what is known of a visitor.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        visitor_id: The visitor's id.
    """
    return Request(
        operation="deleteVisitorDataItem",
        method="DELETE",
        path_template="/accounts/{account_id}/projects/{project_id}/visitors-data/{visitor_id}/delete",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/visitors-data/{segment('visitor_id', visitor_id)}/delete",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

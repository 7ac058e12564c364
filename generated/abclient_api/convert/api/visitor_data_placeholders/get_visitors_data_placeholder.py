from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.visitor_data_placeholder import VisitorDataPlaceholder


def parse(response: Response) -> VisitorDataPlaceholder:
    """The result in a successful answer."""
    return read_one(response, VisitorDataPlaceholder)


def request(
    account_id: int, project_id: int, placeholder_id: int
) -> Request[VisitorDataPlaceholder, VisitorDataPlaceholder]:
    """Get a placeholder.

    ``GET /accounts/{account_id}/projects/{project_id}/visitors-data/placeholders/{placeholder_id}``

    Reads one placeholder.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        placeholder_id: The placeholder's id.
    """
    return Request(
        operation="getVisitorsDataPlaceholder",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}/visitors-data/placeholders/{placeholder_id}",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/visitors-data/placeholders/{number('placeholder_id', placeholder_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

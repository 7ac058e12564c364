from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.success_data import SuccessData


def parse(response: Response) -> SuccessData:
    """The result in a successful answer."""
    return read_one(response, SuccessData)


def request(account_id: int, project_id: int, placeholder_id: int) -> Request[SuccessData, SuccessData]:
    """Remove a placeholder.

    ``DELETE /accounts/{account_id}/projects/{project_id}/visitors-data/placeholders/{placeholder_id}/delete``

    Removes a placeholder.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        placeholder_id: The placeholder's id.
    """
    return Request(
        operation="deleteVisitorsDataPlaceholder",
        method="DELETE",
        path_template="/accounts/{account_id}/projects/{project_id}/visitors-data/placeholders/{placeholder_id}/delete",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/visitors-data/placeholders/{number('placeholder_id', placeholder_id)}/delete",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

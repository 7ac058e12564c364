from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.success_data import SuccessData


def parse(response: Response) -> SuccessData:
    """The result in a successful answer."""
    return read_one(response, SuccessData)


def request(account_id: int, project_id: int) -> Request[SuccessData, SuccessData]:
    """Remove a project.

    ``DELETE /accounts/{account_id}/projects/{project_id}/delete``

    Removes a project.

    Args:
        account_id: The account's id.
        project_id: The project's id.
    """
    return Request(
        operation="deleteProject",
        method="DELETE",
        path_template="/accounts/{account_id}/projects/{project_id}/delete",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/delete",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

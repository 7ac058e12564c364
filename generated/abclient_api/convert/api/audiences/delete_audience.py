from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.success_data import SuccessData


def parse(response: Response) -> SuccessData:
    """The result in a successful answer."""
    return read_one(response, SuccessData)


def request(account_id: int, project_id: int, audience_id: int) -> Request[SuccessData, SuccessData]:
    """Remove an audience.

    ``DELETE /accounts/{account_id}/projects/{project_id}/audiences/{audience_id}/delete``

    Removes an audience.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        audience_id: The audience's id.
    """
    return Request(
        operation="deleteAudience",
        method="DELETE",
        path_template="/accounts/{account_id}/projects/{project_id}/audiences/{audience_id}/delete",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/audiences/{number('audience_id', audience_id)}/delete",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.success_data import SuccessData


def parse(response: Response) -> SuccessData:
    """The result in a successful answer."""
    return read_one(response, SuccessData)


def request(account_id: int, project_id: int, domain_id: int) -> Request[SuccessData, SuccessData]:
    """Remove a domain.

    ``DELETE /accounts/{account_id}/projects/{project_id}/domains/{domain_id}/delete``

    Removes a domain.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        domain_id: The domain's id.
    """
    return Request(
        operation="deleteDomain",
        method="DELETE",
        path_template="/accounts/{account_id}/projects/{project_id}/domains/{domain_id}/delete",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/domains/{number('domain_id', domain_id)}/delete",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

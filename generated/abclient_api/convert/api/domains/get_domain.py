from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.domain import Domain


def parse(response: Response) -> Domain:
    """The result in a successful answer."""
    return read_one(response, Domain)


def request(account_id: int, project_id: int, domain_id: int) -> Request[Domain, Domain]:
    """Get a domain.

    ``GET /accounts/{account_id}/projects/{project_id}/domains/{domain_id}``

    Reads one domain.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        domain_id: The domain's id.
    """
    return Request(
        operation="getDomain",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}/domains/{domain_id}",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/domains/{number('domain_id', domain_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

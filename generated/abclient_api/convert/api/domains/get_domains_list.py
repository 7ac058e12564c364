from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.domains_list_response_data import DomainsListResponseData

if TYPE_CHECKING:
    from ...models.domain import Domain
    from ...models.get_domains_list_request_data import GetDomainsListRequestData


def parse(response: Response) -> DomainsListResponseData:
    """The result in a successful answer."""
    return read_one(response, DomainsListResponseData)


def request(
    account_id: int, project_id: int, *, body: GetDomainsListRequestData | None = None
) -> Request[DomainsListResponseData, Domain]:
    """List domains.

    ``POST /accounts/{account_id}/projects/{project_id}/domains``

    One page of the project's domains.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="getDomainsList",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/domains",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/domains",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
        items="data",
        page=DomainsListResponseData,
    )

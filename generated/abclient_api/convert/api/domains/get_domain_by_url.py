from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.domain import Domain

if TYPE_CHECKING:
    from ...models.get_domain_by_url_request_data import GetDomainByUrlRequestData


def parse(response: Response) -> Domain:
    """The result in a successful answer."""
    return read_one(response, Domain)


def request(
    account_id: int, project_id: int, *, body: GetDomainByUrlRequestData | None = None
) -> Request[Domain, Domain]:
    """Find a domain.

    ``POST /accounts/{account_id}/projects/{project_id}/domains/by_url``

    The domain that an address belongs to.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="getDomainByUrl",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/domains/by_url",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/domains/by_url",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
    )

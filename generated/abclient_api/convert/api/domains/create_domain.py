from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.domain import Domain

if TYPE_CHECKING:
    from ...models.create_domain_request_data import CreateDomainRequestData


def parse(response: Response) -> Domain:
    """The result in a successful answer."""
    return read_one(response, Domain)


def request(account_id: int, project_id: int, *, body: CreateDomainRequestData) -> Request[Domain, Domain]:
    """Add a domain.

    ``POST /accounts/{account_id}/projects/{project_id}/domains/add``

    Adds a domain.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="createDomain",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/domains/add",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/domains/add",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

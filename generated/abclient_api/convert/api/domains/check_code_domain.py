from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.domain import Domain

if TYPE_CHECKING:
    from ...models.check_code_domain_request_data import CheckCodeDomainRequestData


def parse(response: Response) -> Domain:
    """The result in a successful answer."""
    return read_one(response, Domain)


def request(
    account_id: int, project_id: int, domain_id: int, *, body: CheckCodeDomainRequestData | None = None
) -> Request[Domain, Domain]:
    """Look for the tracking code.

    ``POST /accounts/{account_id}/projects/{project_id}/domains/{domain_id}/check_code``

    Looks whether a page has the tracking code, and remembers it.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        domain_id: The domain's id.
        body: what to send.
    """
    return Request(
        operation="checkCodeDomain",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/domains/{domain_id}/check_code",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/domains/{number('domain_id', domain_id)}/check_code",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.account_user_accesses_response import AccountUserAccessesResponse

if TYPE_CHECKING:
    from ...models.account_user_accesses_create_request_data import AccountUserAccessesCreateRequestData


def parse(response: Response) -> AccountUserAccessesResponse:
    """The result in a successful answer."""
    return read_one(response, AccountUserAccessesResponse)


def request(
    account_id: int, *, body: AccountUserAccessesCreateRequestData
) -> Request[AccountUserAccessesResponse, AccountUserAccessesResponse]:
    """Invite a collaborator.

    ``POST /accounts/{account_id}/users-accesses/add``

    Gives a person access to projects.

    Args:
        account_id: The account's id.
        body: what to send.
    """
    return Request(
        operation="addAccountUserAccesses",
        method="POST",
        path_template="/accounts/{account_id}/users-accesses/add",
        path=f"/accounts/{number('account_id', account_id)}/users-accesses/add",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

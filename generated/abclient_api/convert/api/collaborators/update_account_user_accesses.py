from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.account_user_accesses_response import AccountUserAccessesResponse

if TYPE_CHECKING:
    from ...models.account_user_accesses_update_request_data import AccountUserAccessesUpdateRequestData


def parse(response: Response) -> AccountUserAccessesResponse:
    """The result in a successful answer."""
    return read_one(response, AccountUserAccessesResponse)


def request(
    account_id: int, *, body: AccountUserAccessesUpdateRequestData
) -> Request[AccountUserAccessesResponse, AccountUserAccessesResponse]:
    """Change what a collaborator may do.

    ``PUT /accounts/{account_id}/users-accesses/update``

    Replaces the projects and roles of a collaborator.

    Args:
        account_id: The account's id.
        body: what to send.
    """
    return Request(
        operation="updateAccountUserAccesses",
        method="PUT",
        path_template="/accounts/{account_id}/users-accesses/update",
        path=f"/accounts/{number('account_id', account_id)}/users-accesses/update",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

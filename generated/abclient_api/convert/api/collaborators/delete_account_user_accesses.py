from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.success_data import SuccessData

if TYPE_CHECKING:
    from ...models.account_user_accesses_delete import AccountUserAccessesDelete


def parse(response: Response) -> SuccessData:
    """The result in a successful answer."""
    return read_one(response, SuccessData)


def request(account_id: int, *, body: AccountUserAccessesDelete) -> Request[SuccessData, SuccessData]:
    """Remove a collaborator.

    ``POST /accounts/{account_id}/users-accesses/delete``

    Takes access to projects from a person.

    Args:
        account_id: The account's id.
        body: what to send.
    """
    return Request(
        operation="deleteAccountUserAccesses",
        method="POST",
        path_template="/accounts/{account_id}/users-accesses/delete",
        path=f"/accounts/{number('account_id', account_id)}/users-accesses/delete",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

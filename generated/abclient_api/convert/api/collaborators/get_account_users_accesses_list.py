from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...._arguments import number, query_string, several, text
from ...._runtime import Request, Response, read_one
from ...models.account_users_accesses_list_response import AccountUsersAccessesListResponse

if TYPE_CHECKING:
    from ...models.account_user_accesses import AccountUserAccesses


def parse(response: Response) -> AccountUsersAccessesListResponse:
    """The result in a successful answer."""
    return read_one(response, AccountUsersAccessesListResponse)


def request(
    account_id: int, *, expand: Sequence[Literal["accesses.project"]] | None = None
) -> Request[AccountUsersAccessesListResponse, AccountUserAccesses]:
    """List collaborators.

    ``GET /accounts/{account_id}/users-accesses``

    Who may do what in an account.

    Args:
        account_id: The account's id.
        expand: Fields in which objects are given in place of their ids.
    """
    return Request(
        operation="getAccountUsersAccessesList",
        method="GET",
        path_template="/accounts/{account_id}/users-accesses",
        path=f"/accounts/{number('account_id', account_id)}/users-accesses",
        query=query_string(
            ("expand[]", expand, several(text)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="data",
        page=AccountUsersAccessesListResponse,
    )

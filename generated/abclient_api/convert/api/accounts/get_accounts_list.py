from __future__ import annotations

from typing import TYPE_CHECKING

from ...._runtime import Request, Response, read_one
from ...models.accounts_list_response_data import AccountsListResponseData

if TYPE_CHECKING:
    from ...models.account import Account


def parse(response: Response) -> AccountsListResponseData:
    """The result in a successful answer."""
    return read_one(response, AccountsListResponseData)


def request() -> Request[AccountsListResponseData, Account]:
    """List accounts.

    ``GET /accounts``

    The accounts that the credentials reach.
    """
    return Request(
        operation="getAccountsList",
        method="GET",
        path_template="/accounts",
        path="/accounts",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="data",
        page=AccountsListResponseData,
    )

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ...._arguments import number, query_string, several, text
from ...._runtime import Request, Response, read_one
from ...models.account_details_response_data import AccountDetailsResponseData


def parse(response: Response) -> AccountDetailsResponseData:
    """The result in a successful answer."""
    return read_one(response, AccountDetailsResponseData)


def request(
    account_id: int, *, include: Sequence[Literal["stats", "settings.tracking_script.available_versions"]] | None = None
) -> Request[AccountDetailsResponseData, AccountDetailsResponseData]:
    """Get an account.

    ``GET /accounts/{account_id}/details``

    An account, with its settings and figures.

    Args:
        account_id: The account's id.
        include: Fields that are left out unless they are named here.
    """
    return Request(
        operation="getAccountDetails",
        method="GET",
        path_template="/accounts/{account_id}/details",
        path=f"/accounts/{number('account_id', account_id)}/details",
        query=query_string(
            ("include[]", include, several(text)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )

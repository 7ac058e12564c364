from __future__ import annotations

from typing import Any

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.account_details_response_data import AccountDetailsResponseData


def parse(response: Response) -> AccountDetailsResponseData:
    """The result in a successful answer."""
    return read_one(response, AccountDetailsResponseData)


def request(
    account_id: int, *, body: dict[str, Any]
) -> Request[AccountDetailsResponseData, AccountDetailsResponseData]:
    """Change an account.

    ``POST /accounts/{account_id}/details``

    Changes settings of an account. The vendor's document does not describe the fields.

    Args:
        account_id: The account's id.
        body: what to send.
    """
    return Request(
        operation="updateAccountDetails",
        method="POST",
        path_template="/accounts/{account_id}/details",
        path=f"/accounts/{number('account_id', account_id)}/details",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

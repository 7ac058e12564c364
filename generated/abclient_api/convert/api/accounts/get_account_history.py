from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.change_history_list_response_data import ChangeHistoryListResponseData

if TYPE_CHECKING:
    from ...models.account_history_request_data import AccountHistoryRequestData
    from ...models.change_history import ChangeHistory


def parse(response: Response) -> ChangeHistoryListResponseData:
    """The result in a successful answer."""
    return read_one(response, ChangeHistoryListResponseData)


def request(
    account_id: int, *, body: AccountHistoryRequestData | None = None
) -> Request[ChangeHistoryListResponseData, ChangeHistory]:
    """List changes in an account.

    ``POST /accounts/{account_id}/change-history``

    One page of what was changed in an account, and by whom.

    Args:
        account_id: The account's id.
        body: what to send.
    """
    return Request(
        operation="getAccountHistory",
        method="POST",
        path_template="/accounts/{account_id}/change-history",
        path=f"/accounts/{number('account_id', account_id)}/change-history",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
        items="data",
        page=ChangeHistoryListResponseData,
    )

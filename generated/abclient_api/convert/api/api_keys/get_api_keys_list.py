from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.api_keys_list_response import ApiKeysListResponse

if TYPE_CHECKING:
    from ...models.api_key import ApiKey


def parse(response: Response) -> ApiKeysListResponse:
    """The result in a successful answer."""
    return read_one(response, ApiKeysListResponse)


def request(account_id: int) -> Request[ApiKeysListResponse, ApiKey]:
    """List keys of this API.

    ``GET /accounts/{account_id}/api-keys``

    All keys of an account.

    Args:
        account_id: The account's id.
    """
    return Request(
        operation="getApiKeysList",
        method="GET",
        path_template="/accounts/{account_id}/api-keys",
        path=f"/accounts/{number('account_id', account_id)}/api-keys",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="data",
        page=ApiKeysListResponse,
    )

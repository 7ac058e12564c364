from __future__ import annotations

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_one
from ...models.success_data import SuccessData


def parse(response: Response) -> SuccessData:
    """The result in a successful answer."""
    return read_one(response, SuccessData)


def request(account_id: int, key_id: str) -> Request[SuccessData, SuccessData]:
    """Remove a key of this API.

    ``DELETE /accounts/{account_id}/api-keys/{key_id}/delete``

    Removes a key of this API.

    Args:
        account_id: The account's id.
        key_id: The key's id.
    """
    return Request(
        operation="deleteApiKey",
        method="DELETE",
        path_template="/accounts/{account_id}/api-keys/{key_id}/delete",
        path=f"/accounts/{number('account_id', account_id)}/api-keys/{segment('key_id', key_id)}/delete",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

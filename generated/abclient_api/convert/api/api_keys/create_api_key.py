from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.api_key import ApiKey

if TYPE_CHECKING:
    from ...models.create_api_key_request_data import CreateApiKeyRequestData


def parse(response: Response) -> ApiKey:
    """The result in a successful answer."""
    return read_one(response, ApiKey)


def request(account_id: int, *, body: CreateApiKeyRequestData) -> Request[ApiKey, ApiKey]:
    """Add a key of this API.

    ``POST /accounts/{account_id}/api-keys/add``

    Adds a key of this API.

    Args:
        account_id: The account's id.
        body: what to send.
    """
    return Request(
        operation="createApiKey",
        method="POST",
        path_template="/accounts/{account_id}/api-keys/add",
        path=f"/accounts/{number('account_id', account_id)}/api-keys/add",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

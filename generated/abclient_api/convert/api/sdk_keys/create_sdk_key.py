from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.sdk_key import SdkKey

if TYPE_CHECKING:
    from ...models.create_sdk_key_request_data import CreateSdkKeyRequestData


def parse(response: Response) -> SdkKey:
    """The result in a successful answer."""
    return read_one(response, SdkKey)


def request(account_id: int, project_id: int, *, body: CreateSdkKeyRequestData) -> Request[SdkKey, SdkKey]:
    """Add a key of the SDKs.

    ``POST /accounts/{account_id}/projects/{project_id}/sdk-keys/create``

    Adds a key of the SDKs.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="createSdkKey",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/sdk-keys/create",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/sdk-keys/create",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

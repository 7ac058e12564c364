from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number, segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.sdk_key import SdkKey

if TYPE_CHECKING:
    from ...models.update_sdk_key_request_data import UpdateSdkKeyRequestData


def parse(response: Response) -> SdkKey:
    """The result in a successful answer."""
    return read_one(response, SdkKey)


def request(
    account_id: int, project_id: int, sdk_key: str, *, body: UpdateSdkKeyRequestData
) -> Request[SdkKey, SdkKey]:
    """Change a key of the SDKs.

    ``POST /accounts/{account_id}/projects/{project_id}/sdk-keys/{sdk_key}/update``

    Changes the fields that are given.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        sdk_key: The key.
        body: what to send.
    """
    return Request(
        operation="updateSdkKey",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/sdk-keys/{sdk_key}/update",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/sdk-keys/{segment('sdk_key', sdk_key)}/update",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

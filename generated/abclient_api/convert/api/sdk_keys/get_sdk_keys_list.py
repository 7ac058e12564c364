from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.sdk_keys_list_response_data import SdkKeysListResponseData

if TYPE_CHECKING:
    from ...models.sdk_key import SdkKey


def parse(response: Response) -> SdkKeysListResponseData:
    """The result in a successful answer."""
    return read_one(response, SdkKeysListResponseData)


def request(account_id: int, project_id: int) -> Request[SdkKeysListResponseData, SdkKey]:
    """List keys of the SDKs.

    ``GET /accounts/{account_id}/projects/{project_id}/sdk-keys``

    All keys of a project.

    Args:
        account_id: The account's id.
        project_id: The project's id.
    """
    return Request(
        operation="getSdkKeysList",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}/sdk-keys",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/sdk-keys",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="data",
        page=SdkKeysListResponseData,
    )

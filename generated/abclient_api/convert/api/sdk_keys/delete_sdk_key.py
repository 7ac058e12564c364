from __future__ import annotations

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_one
from ...models.success_data import SuccessData


def parse(response: Response) -> SuccessData:
    """The result in a successful answer."""
    return read_one(response, SuccessData)


def request(account_id: int, project_id: int, sdk_key: str) -> Request[SuccessData, SuccessData]:
    """Remove a key of the SDKs.

    ``DELETE /accounts/{account_id}/projects/{project_id}/sdk-keys/{sdk_key}/delete``

    Removes a key of the SDKs.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        sdk_key: The key.
    """
    return Request(
        operation="deleteSdkKey",
        method="DELETE",
        path_template="/accounts/{account_id}/projects/{project_id}/sdk-keys/{sdk_key}/delete",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/sdk-keys/{segment('sdk_key', sdk_key)}/delete",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

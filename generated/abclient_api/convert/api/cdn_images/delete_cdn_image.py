from __future__ import annotations

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_one
from ...models.success_data import SuccessData


def parse(response: Response) -> SuccessData:
    """The result in a successful answer."""
    return read_one(response, SuccessData)


def request(account_id: int, project_id: int, image_key: str) -> Request[SuccessData, SuccessData]:
    """Remove an image.

    ``DELETE /accounts/{account_id}/projects/{project_id}/images/{image_key}/delete``

    Removes a stored image.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        image_key: The image's key.
    """
    return Request(
        operation="deleteCdnImage",
        method="DELETE",
        path_template="/accounts/{account_id}/projects/{project_id}/images/{image_key}/delete",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/images/{segment('image_key', image_key)}/delete",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

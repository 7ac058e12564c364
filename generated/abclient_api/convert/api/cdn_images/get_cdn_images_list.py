from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.cdn_images_list_response_data import CdnImagesListResponseData

if TYPE_CHECKING:
    from ...models.cdn_image import CdnImage
    from ...models.get_cdn_images_list_request_data import GetCdnImagesListRequestData


def parse(response: Response) -> CdnImagesListResponseData:
    """The result in a successful answer."""
    return read_one(response, CdnImagesListResponseData)


def request(
    account_id: int, project_id: int, *, body: GetCdnImagesListRequestData | None = None
) -> Request[CdnImagesListResponseData, CdnImage]:
    """List stored images.

    ``POST /accounts/{account_id}/projects/{project_id}/images``

    Images that a project has stored; those after a key, if one is given.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="getCdnImagesList",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/images",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/images",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
        items="data",
        page=CdnImagesListResponseData,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.tags_list_response_data import TagsListResponseData

if TYPE_CHECKING:
    from ...models.get_tags_list_request_data import GetTagsListRequestData
    from ...models.tag import Tag


def parse(response: Response) -> TagsListResponseData:
    """The result in a successful answer."""
    return read_one(response, TagsListResponseData)


def request(
    account_id: int, project_id: int, *, body: GetTagsListRequestData | None = None
) -> Request[TagsListResponseData, Tag]:
    """List tags.

    ``POST /accounts/{account_id}/projects/{project_id}/tags``

    One page of the project's tags.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="getTagsList",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/tags",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/tags",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
        items="data",
        page=TagsListResponseData,
    )

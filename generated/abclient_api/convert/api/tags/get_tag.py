from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.tag import Tag


def parse(response: Response) -> Tag:
    """The result in a successful answer."""
    return read_one(response, Tag)


def request(account_id: int, project_id: int, tag_id: int) -> Request[Tag, Tag]:
    """Get a tag.

    ``GET /accounts/{account_id}/projects/{project_id}/tags/{tag_id}``

    Reads one tag.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        tag_id: The tag's id.
    """
    return Request(
        operation="getTag",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}/tags/{tag_id}",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/tags/{number('tag_id', tag_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

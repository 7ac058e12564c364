from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.tag import Tag

if TYPE_CHECKING:
    from ...models.create_tag_request_data import CreateTagRequestData


def parse(response: Response) -> Tag:
    """The result in a successful answer."""
    return read_one(response, Tag)


def request(account_id: int, project_id: int, *, body: CreateTagRequestData) -> Request[Tag, Tag]:
    """Add a tag.

    ``POST /accounts/{account_id}/projects/{project_id}/tags/add``

    Adds a tag.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="createTag",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/tags/add",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/tags/add",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

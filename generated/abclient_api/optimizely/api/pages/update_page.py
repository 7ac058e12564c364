from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.page import Page

if TYPE_CHECKING:
    from ...models.page_update import PageUpdate


def parse(response: Response) -> Page:
    """The result in a successful answer."""
    return read_one(response, Page)


def request(page_id: int, *, body: PageUpdate) -> Request[Page, Page]:
    """Change a page.

    ``PATCH /pages/{page_id}``

    Changes the fields sent.

    Args:
        page_id: Identifier of the page.
        body: what to send.
    """
    return Request(
        operation="update_page",
        method="PATCH",
        path_template="/pages/{page_id}",
        path=f"/pages/{number('page_id', page_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

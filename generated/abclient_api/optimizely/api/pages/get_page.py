from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.page import Page


def parse(response: Response) -> Page:
    """The result in a successful answer."""
    return read_one(response, Page)


def request(page_id: int) -> Request[Page, Page]:
    """Get a page.

    ``GET /pages/{page_id}``

    One page by its identifier.

    Args:
        page_id: Identifier of the page.
    """
    return Request(
        operation="get_page",
        method="GET",
        path_template="/pages/{page_id}",
        path=f"/pages/{number('page_id', page_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

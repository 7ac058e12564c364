from __future__ import annotations

from ...._arguments import query_string, whole
from ...._runtime import Request, Response, read_list
from ...models.page import Page


def parse(response: Response) -> list[Page]:
    """The result in a successful answer."""
    return read_list(response, Page)


def request(*, project_id: int, page: int | None = None, per_page: int | None = None) -> Request[list[Page], Page]:
    """List pages.

    ``GET /pages``

    The pages of a project, page by page.

    Args:
        page: Number of the page, counted from 1. The Link header of the answer names the next one. The vendor's
            default: 1.
        per_page: Items in a page, at most 100. The vendor's default: 25.
        project_id: Project whose items are listed.
    """
    return Request(
        operation="list_pages",
        method="GET",
        path_template="/pages",
        path="/pages",
        query=query_string(
            ("page", page, whole(1)),
            ("per_page", per_page, whole(1, 100)),
            ("project_id", project_id, whole(0)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=Page,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.page import Page

if TYPE_CHECKING:
    from ...models.page_create import PageCreate


def parse(response: Response) -> Page:
    """The result in a successful answer."""
    return read_one(response, Page)


def request(*, body: PageCreate) -> Request[Page, Page]:
    """Create a page.

    ``POST /pages``

    Creates a page in the project the body names.

    Args:
        body: what to send.
    """
    return Request(
        operation="create_page",
        method="POST",
        path_template="/pages",
        path="/pages",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

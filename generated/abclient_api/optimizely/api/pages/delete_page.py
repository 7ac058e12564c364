from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(page_id: int) -> Request[None, Never]:
    """Archive a page.

    ``DELETE /pages/{page_id}``

    DELETE archives: the page keeps existing and can be read. There is no body. 410 means that it was archived
    before.

    Args:
        page_id: Identifier of the page.
    """
    return Request(
        operation="delete_page",
        method="DELETE",
        path_template="/pages/{page_id}",
        path=f"/pages/{number('page_id', page_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(page_id: int, event_id: int) -> Request[None, Never]:
    """Archive a click event.

    ``DELETE /pages/{page_id}/events/{event_id}``

    DELETE archives: the event keeps existing and can be read. There is no body.

    Args:
        page_id: Identifier of the page.
        event_id: Identifier of the event.
    """
    return Request(
        operation="delete_in_page_event",
        method="DELETE",
        path_template="/pages/{page_id}/events/{event_id}",
        path=f"/pages/{number('page_id', page_id)}/events/{number('event_id', event_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

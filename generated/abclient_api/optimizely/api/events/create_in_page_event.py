from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.in_page_event import InPageEvent

if TYPE_CHECKING:
    from ...models.in_page_event_create import InPageEventCreate


def parse(response: Response) -> InPageEvent:
    """The result in a successful answer."""
    return read_one(response, InPageEvent)


def request(page_id: int, *, body: InPageEventCreate) -> Request[InPageEvent, InPageEvent]:
    """Create a click event.

    ``POST /pages/{page_id}/events``

    Creates a click event on a page.

    Args:
        page_id: Identifier of the page.
        body: what to send.
    """
    return Request(
        operation="create_in_page_event",
        method="POST",
        path_template="/pages/{page_id}/events",
        path=f"/pages/{number('page_id', page_id)}/events",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

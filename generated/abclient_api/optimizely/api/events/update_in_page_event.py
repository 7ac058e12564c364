from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.in_page_event import InPageEvent

if TYPE_CHECKING:
    from ...models.in_page_event_update import InPageEventUpdate


def parse(response: Response) -> InPageEvent:
    """The result in a successful answer."""
    return read_one(response, InPageEvent)


def request(page_id: int, event_id: int, *, body: InPageEventUpdate) -> Request[InPageEvent, InPageEvent]:
    """Change a click event.

    ``PATCH /pages/{page_id}/events/{event_id}``

    Changes the fields sent.

    Args:
        page_id: Identifier of the page.
        event_id: Identifier of the event.
        body: what to send.
    """
    return Request(
        operation="update_in_page_event",
        method="PATCH",
        path_template="/pages/{page_id}/events/{event_id}",
        path=f"/pages/{number('page_id', page_id)}/events/{number('event_id', event_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

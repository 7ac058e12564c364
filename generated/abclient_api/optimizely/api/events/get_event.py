from __future__ import annotations

from ...._arguments import flag, number, query_string
from ...._runtime import Request, Response, read_one
from ...models.event import Event


def parse(response: Response) -> Event:
    """The result in a successful answer."""
    return read_one(response, Event)


def request(event_id: int, *, include_classic: bool | None = None) -> Request[Event, Event]:
    """Get an event.

    ``GET /events/{event_id}``

    One event, of any kind, by its identifier.

    Args:
        event_id: Identifier of the event.
        include_classic: Whether an event of Optimizely Classic may be answered.
    """
    return Request(
        operation="get_event",
        method="GET",
        path_template="/events/{event_id}",
        path=f"/events/{number('event_id', event_id)}",
        query=query_string(
            ("include_classic", include_classic, flag),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )

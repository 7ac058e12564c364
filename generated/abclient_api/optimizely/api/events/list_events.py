from __future__ import annotations

from ...._arguments import flag, query_string, whole
from ...._runtime import Request, Response, read_list
from ...models.event import Event


def parse(response: Response) -> list[Event]:
    """The result in a successful answer."""
    return read_list(response, Event)


def request(
    *, project_id: int, page: int | None = None, per_page: int | None = None, include_classic: bool | None = None
) -> Request[list[Event], Event]:
    """List events.

    ``GET /events``

    The events of a project, of every kind, page by page.

    Args:
        page: Number of the page, counted from 1. The Link header of the answer names the next one. The vendor's
            default: 1.
        per_page: Items in a page, at most 100. The vendor's default: 25.
        project_id: Project whose items are listed.
        include_classic: Whether events of Optimizely Classic are included. The vendor's default: False.
    """
    return Request(
        operation="list_events",
        method="GET",
        path_template="/events",
        path="/events",
        query=query_string(
            ("page", page, whole(1)),
            ("per_page", per_page, whole(1, 100)),
            ("project_id", project_id, whole(0)),
            ("include_classic", include_classic, flag),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=Event,
    )

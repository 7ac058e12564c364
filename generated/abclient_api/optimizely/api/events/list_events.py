from __future__ import annotations

from ...._models import items
from ...._runtime import Request, Response, Sender, query_string, read
from ...models.event import Event


def parse(response: Response) -> list[Event]:
    """The result in a successful answer."""
    return read(response, "list[Event]", lambda data: [Event.from_dict(x0) for x0 in items(data) if x0 is not None])


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
            ("page", page),
            ("per_page", per_page),
            ("project_id", project_id),
            ("include_classic", include_classic),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        success=(200,),
    )


async def asyncio(
    client: Sender,
    *,
    project_id: int,
    page: int | None = None,
    per_page: int | None = None,
    include_classic: bool | None = None,
) -> list[Event]:
    """As :func:`request`, sent by ``client``: waits for the result."""
    return await client.send(
        request(project_id=project_id, page=page, per_page=per_page, include_classic=include_classic)
    )

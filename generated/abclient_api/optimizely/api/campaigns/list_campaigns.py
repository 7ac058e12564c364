from __future__ import annotations

from ...._models import items
from ...._runtime import Request, Response, Sender, query_string, read
from ...models.campaign import Campaign


def parse(response: Response) -> list[Campaign]:
    """The result in a successful answer."""
    return read(
        response, "list[Campaign]", lambda data: [Campaign.from_dict(x0) for x0 in items(data) if x0 is not None]
    )


def request(
    *, project_id: int, page: int | None = None, per_page: int | None = None
) -> Request[list[Campaign], Campaign]:
    """List campaigns.

    ``GET /campaigns``

    The campaigns of a project, page by page.

    Args:
        page: Number of the page, counted from 1. The Link header of the answer names the next one. The vendor's
            default: 1.
        per_page: Items in a page, at most 100. The vendor's default: 25.
        project_id: Project whose items are listed.
    """
    return Request(
        operation="list_campaigns",
        method="GET",
        path_template="/campaigns",
        path="/campaigns",
        query=query_string(
            ("page", page),
            ("per_page", per_page),
            ("project_id", project_id),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        success=(200,),
    )


async def asyncio(
    client: Sender, *, project_id: int, page: int | None = None, per_page: int | None = None
) -> list[Campaign]:
    """As :func:`request`, sent by ``client``: waits for the result."""
    return await client.send(request(project_id=project_id, page=page, per_page=per_page))

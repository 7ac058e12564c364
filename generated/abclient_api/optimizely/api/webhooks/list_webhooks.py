from __future__ import annotations

from ...._models import items
from ...._runtime import Request, Response, Sender, number, query_string, read
from ...models.webhook import Webhook


def parse(response: Response) -> list[Webhook]:
    """The result in a successful answer."""
    return read(response, "list[Webhook]", lambda data: [Webhook.from_dict(x0) for x0 in items(data) if x0 is not None])


def request(
    project_id: int, *, page: int | None = None, per_page: int | None = None
) -> Request[list[Webhook], Webhook]:
    """List webhooks.

    ``GET /projects/{project_id}/webhooks``

    The webhooks of a project, page by page.

    Args:
        project_id: Identifier of the project.
        page: Number of the page, counted from 1. The Link header of the answer names the next one. The vendor's
            default: 1.
        per_page: Items in a page, at most 100. The vendor's default: 25.
    """
    return Request(
        operation="list_webhooks",
        method="GET",
        path_template="/projects/{project_id}/webhooks",
        path=f"/projects/{number('project_id', project_id)}/webhooks",
        query=query_string(
            ("page", page),
            ("per_page", per_page),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        success=(200,),
    )


async def asyncio(
    client: Sender, project_id: int, *, page: int | None = None, per_page: int | None = None
) -> list[Webhook]:
    """As :func:`request`, sent by ``client``: waits for the result."""
    return await client.send(request(project_id, page=page, per_page=per_page))

from __future__ import annotations

from ...._arguments import number, query_string, whole
from ...._runtime import Request, Response, read_list
from ...models.webhook import Webhook


def parse(response: Response) -> list[Webhook]:
    """The result in a successful answer."""
    return read_list(response, Webhook)


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
            ("page", page, whole(1)),
            ("per_page", per_page, whole(1, 100)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=Webhook,
    )

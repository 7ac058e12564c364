from __future__ import annotations

from ...._arguments import number, query_string, text, whole
from ...._runtime import Request, Response, read_list
from ...models.webhook import Webhook


def parse(response: Response) -> list[Webhook]:
    """The result in a successful answer."""
    return read_list(response, Webhook)


def request(
    project_id: int, *, per_page: int | None = None, page_window: int | None = None, page_token: str | None = None
) -> Request[list[Webhook], Webhook]:
    """List webhooks.

    ``GET /projects/{project_id}/webhooks``

    The webhooks of a project, page by page. The `Link` header of a page names the token of the next.

    Args:
        project_id: Identifier of the project.
        per_page: Items in a page, at most 100. The vendor's default: 25.
        page_window: How many pages before and after this one the links of the answer lead to. The vendor's
            default: 1.
        page_token: Token of the page, from the links of another one; without it, the first page.
    """
    return Request(
        operation="list_webhooks",
        method="GET",
        path_template="/projects/{project_id}/webhooks",
        path=f"/projects/{number('project_id', project_id)}/webhooks",
        query=query_string(
            ("per_page", per_page, whole(1, 100)),
            ("page_window", page_window, whole(1)),
            ("page_token", page_token, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=Webhook,
    )

from __future__ import annotations

from ...._arguments import flag, query_string, whole
from ...._runtime import Request, Response, read_list
from ...models.audience import Audience


def parse(response: Response) -> list[Audience]:
    """The result in a successful answer."""
    return read_list(response, Audience)


def request(
    *,
    project_id: int,
    page: int | None = None,
    per_page: int | None = None,
    for_journey: bool | None = None,
    archived: bool | None = None,
) -> Request[list[Audience], Audience]:
    """List audiences.

    ``GET /audiences``

    The audiences of a project, page by page.

    Args:
        page: Number of the page, counted from 1. The Link header of the answer names the next one. The vendor's
            default: 1.
        per_page: Items in a page, at most 100. The vendor's default: 25.
        project_id: Project whose items are listed.
        for_journey: Only audiences that have been part of a journey, or only those that have not.
        archived: Only archived audiences, or only those that are not.
    """
    return Request(
        operation="list_audiences",
        method="GET",
        path_template="/audiences",
        path="/audiences",
        query=query_string(
            ("page", page, whole(1)),
            ("per_page", per_page, whole(1, 100)),
            ("project_id", project_id, whole(0)),
            ("for_journey", for_journey, flag),
            ("archived", archived, flag),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=Audience,
    )

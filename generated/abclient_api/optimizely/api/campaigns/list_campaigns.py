from __future__ import annotations

from ...._arguments import flag, query_string, whole
from ...._runtime import Request, Response, read_list
from ...models.campaign import Campaign


def parse(response: Response) -> list[Campaign]:
    """The result in a successful answer."""
    return read_list(response, Campaign)


def request(
    *,
    project_id: int,
    page: int | None = None,
    per_page: int | None = None,
    for_journey: bool | None = None,
    archived: bool | None = None,
) -> Request[list[Campaign], Campaign]:
    """List campaigns.

    ``GET /campaigns``

    The campaigns of a project, page by page.

    Args:
        page: Number of the page, counted from 1. The Link header of the answer names the next one. The vendor's
            default: 1.
        per_page: Items in a page, at most 100. The vendor's default: 25.
        project_id: Project whose items are listed.
        for_journey: Only campaigns that have been part of a journey, or only those that have not.
        archived: Only archived campaigns, or only those that are not.
    """
    return Request(
        operation="list_campaigns",
        method="GET",
        path_template="/campaigns",
        path="/campaigns",
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
        item=Campaign,
    )

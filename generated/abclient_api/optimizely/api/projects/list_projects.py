from __future__ import annotations

from collections.abc import Sequence

from ...._arguments import query_string, several, text, whole
from ...._runtime import Request, Response, read_list
from ...models.project import Project


def parse(response: Response) -> list[Project]:
    """The result in a successful answer."""
    return read_list(response, Project)


def request(
    *, page: int | None = None, per_page: int | None = None, filter: Sequence[str] | None = None
) -> Request[list[Project], Project]:
    """List projects.

    ``GET /projects``

    The projects of the account, page by page.

    Args:
        page: Number of the page, counted from 1. The Link header of the answer names the next one. The vendor's
            default: 1.
        per_page: Items in a page, at most 100. The vendor's default: 25.
        filter: Filters the projects.
    """
    return Request(
        operation="list_projects",
        method="GET",
        path_template="/projects",
        path="/projects",
        query=query_string(
            ("page", page, whole(1)),
            ("per_page", per_page, whole(1, 100)),
            ("filter", filter, several(text)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=Project,
    )

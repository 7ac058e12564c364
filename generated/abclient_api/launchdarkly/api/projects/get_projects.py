from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import query_string, text, whole
from ...._runtime import Request, Response, read_one
from ...models.projects import Projects

if TYPE_CHECKING:
    from ...models.project import Project


def parse(response: Response) -> Projects:
    """The result in a successful answer."""
    return read_one(response, Projects)


def request(
    *,
    limit: int | None = None,
    offset: int | None = None,
    filter: str | None = None,
    sort: str | None = None,
    expand: str | None = None,
) -> Request[Projects, Project]:
    """List projects.

    ``GET /api/v2/projects``

    One page of the projects, 20 by default.

    Args:
        limit: How many items a page may hold. The vendor's default: 20.
        offset: How many items to skip, counted from the first.
        filter: Comma-separated field:value pairs, such as: query:web,tags:a+b,keys:one|two.
        sort: Order of the items, such as name; a minus before it means descending.
        expand: Comma-separated fields to add to the answer; environments.
    """
    return Request(
        operation="getProjects",
        method="GET",
        path_template="/api/v2/projects",
        path="/api/v2/projects",
        query=query_string(
            ("limit", limit, whole(1)),
            ("offset", offset, whole(0)),
            ("filter", filter, text),
            ("sort", sort, text),
            ("expand", expand, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=Projects,
    )

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...._arguments import (
    flag,
    joined,
    number,
    query_string,
    several,
    text,
    whole,
)
from ...._runtime import Request, Response, read_one
from ...models.groups import Groups

if TYPE_CHECKING:
    from ...models.group import Group


def parse(response: Response) -> Groups:
    """The result in a successful answer."""
    return read_one(response, Groups)


def request(
    project_id: int,
    *,
    per_page: int | None = None,
    page_token: str | None = None,
    page_window: int | None = None,
    sort: Sequence[
        Literal[
            "name:asc", "name:desc", "created_time:asc", "created_time:desc", "updated_time:asc", "updated_time:desc"
        ]
    ]
    | None = None,
    archived: bool | None = None,
    enabled: bool | None = None,
    environment: Sequence[str] | None = None,
    query: str | None = None,
    include: Sequence[str] | None = None,
) -> Request[Groups, Group]:
    """List exclusion groups.

    ``GET /projects/{project_id}/groups``

    Exclusion groups of a project, page by page.

    Args:
        project_id: Number of the project.
        per_page: Size of the page.
        page_token: Which page, as the links of another page say.
        page_window: How many links to following and to earlier pages are wanted. The vendor's default: 1.
        sort: Order, as field and direction; the first counts most.
        archived: Only archived ones, or only others.
        enabled: Only those that are on, or only others.
        environment: Only those of these environments.
        query: Only those whose name or description contains this text.
        include: Groups, by number, that come first.
    """
    return Request(
        operation="list_groups",
        method="GET",
        path_template="/projects/{project_id}/groups",
        path=f"/projects/{number('project_id', project_id)}/groups",
        query=query_string(
            ("per_page", per_page, whole(1)),
            ("page_token", page_token, text),
            ("page_window", page_window, whole(1)),
            ("sort", sort, several(text)),
            ("archived", archived, flag),
            ("enabled", enabled, flag),
            ("environment", environment, several(text)),
            ("query", query, text),
            ("include", include, joined(text)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=Groups,
    )

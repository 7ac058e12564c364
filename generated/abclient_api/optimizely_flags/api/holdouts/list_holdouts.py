from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...._arguments import flag, number, query_string, several, text, whole
from ...._runtime import Request, Response, read_one
from ...models.holdouts_paginated_list import HoldoutsPaginatedList

if TYPE_CHECKING:
    from ...models.holdout import Holdout


def parse(response: Response) -> HoldoutsPaginatedList:
    """The result in a successful answer."""
    return read_one(response, HoldoutsPaginatedList)


def request(
    project_id: int,
    *,
    archived: bool | None = None,
    status: Sequence[Literal["draft", "running", "concluded"]] | None = None,
    query: str | None = None,
    sort: Sequence[
        Literal[
            "name:asc",
            "name:desc",
            "key:asc",
            "key:desc",
            "created_time:asc",
            "created_time:desc",
            "updated_time:asc",
            "updated_time:desc",
            "status:asc",
            "status:desc",
        ]
    ]
    | None = None,
    page: int | None = None,
    per_page: int | None = None,
    page_token: str | None = None,
    page_window: int | None = None,
) -> Request[HoldoutsPaginatedList, Holdout]:
    """List holdouts.

    ``GET /projects/{project_id}/holdouts``

    Holdouts of a project, page by page.

    Args:
        project_id: Number of the project.
        archived: Only archived ones, or only others.
        status: Only those in one of these states.
        query: Only those whose name, key or description contains this text.
        sort: Order, as field and direction; the first counts most.
        page: Number of the page, from 1.
        per_page: Size of the page.
        page_token: Which page, as the links of another page say.
        page_window: How many links to following and to earlier pages are wanted. The vendor's default: 1.
    """
    return Request(
        operation="list_holdouts",
        method="GET",
        path_template="/projects/{project_id}/holdouts",
        path=f"/projects/{number('project_id', project_id)}/holdouts",
        query=query_string(
            ("archived", archived, flag),
            ("status", status, several(text)),
            ("query", query, text),
            ("sort", sort, several(text)),
            ("page", page, whole(1)),
            ("per_page", per_page, whole(1)),
            ("page_token", page_token, text),
            ("page_window", page_window, whole(1)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=HoldoutsPaginatedList,
    )

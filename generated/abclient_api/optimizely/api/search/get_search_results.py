from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ...._arguments import (
    flag,
    joined,
    query_string,
    several,
    text,
    whole,
)
from ...._runtime import Request, Response, read_list
from ...models.search_result import SearchResult


def parse(response: Response) -> list[SearchResult]:
    """The result in a successful answer."""
    return read_list(response, SearchResult)


def request(
    *,
    query: str,
    page: int | None = None,
    per_page: int | None = None,
    project_id: Sequence[int] | None = None,
    type: Sequence[
        Literal[
            "experiment", "campaign", "feature", "audience", "page", "event", "flag", "rule", "project", "extension"
        ]
    ]
    | None = None,
    type_expand: Sequence[str] | None = None,
    project_type: Sequence[str] | None = None,
    expand: Sequence[Literal["project_name", "experiment_type", "feature_key", "feature_name"]] | None = None,
    archived: bool | None = None,
    fullsearch: bool | None = None,
    status: Sequence[Literal["running", "paused", "archived", "not_started", "campaign_paused", "concluded"]]
    | None = None,
    sort: str | None = None,
    order: str | None = None,
    environment_key: str | None = None,
    audience_id: Sequence[int] | None = None,
) -> Request[list[SearchResult], SearchResult]:
    """Search.

    ``GET /search``

    What matches a text, over all kinds, page by page.

    Args:
        page: Number of the page, counted from 1. The Link header of the answer names the next one. The vendor's
            default: 1.
        per_page: Items in a page, at most 100. The vendor's default: 25.
        query: The text to look for.
        project_id: Only in these projects.
        type: Only these kinds, as in the results' `type`.
        type_expand: Only experiments, rules or campaigns of these types, such as `a/b`.
        project_type: Only of projects of these types.
        expand: Details to add to the results.
        archived: Whether archived ones are included. The vendor's default: False.
        fullsearch: Whether whole documents are searched. The vendor's default: False.
        status: Only results in one of these states, where they have one.
        sort: Field to sort by: id, name, status, created, last_modified or experiment_type.
        order: Direction of sorting, asc or desc.
        environment_key: Only results of this environment.
        audience_id: Only results that use these audiences.
    """
    return Request(
        operation="get_search_results",
        method="GET",
        path_template="/search",
        path="/search",
        query=query_string(
            ("page", page, whole(1)),
            ("per_page", per_page, whole(1, 100)),
            ("query", query, text),
            ("project_id", project_id, several(whole(0))),
            ("type", type, several(text)),
            ("type_expand", type_expand, several(text)),
            ("project_type", project_type, several(text)),
            ("expand", expand, joined(text)),
            ("archived", archived, flag),
            ("fullsearch", fullsearch, flag),
            ("status", status, joined(text)),
            ("sort", sort, text),
            ("order", order, text),
            ("environment_key", environment_key, text),
            ("audience_id", audience_id, several(whole(0))),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=SearchResult,
    )

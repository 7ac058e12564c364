from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...._arguments import flag, number, query_string, segment, several, text, whole
from ...._runtime import Request, Response, read_one
from ...models.variations import Variations

if TYPE_CHECKING:
    from ...models.variation import Variation


def parse(response: Response) -> Variations:
    """The result in a successful answer."""
    return read_one(response, Variations)


def request(
    project_id: int,
    flag_key: str,
    *,
    per_page: int | None = None,
    page_token: str | None = None,
    page_window: int | None = None,
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
        ]
    ]
    | None = None,
    archived: bool | None = None,
    enabled: bool | None = None,
    in_use: bool | None = None,
    query: str | None = None,
) -> Request[Variations, Variation]:
    """List the variations of a flag.

    ``GET /projects/{project_id}/flags/{flag_key}/variations``

    Variations of a flag, page by page.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        per_page: Size of the page.
        page_token: Which page, as the links of another page say.
        page_window: How many links to following and to earlier pages are wanted. The vendor's default: 1.
        sort: Order, as field and direction; the first counts most.
        archived: Only archived ones, or only others.
        enabled: Only those that are on, or only others.
        in_use: Only variations that a rule uses, or only others.
        query: Only those whose name, key or description contains this text.
    """
    return Request(
        operation="list_variations",
        method="GET",
        path_template="/projects/{project_id}/flags/{flag_key}/variations",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/variations",
        query=query_string(
            ("per_page", per_page, whole(1)),
            ("page_token", page_token, text),
            ("page_window", page_window, whole(1)),
            ("sort", sort, several(text)),
            ("archived", archived, flag),
            ("enabled", enabled, flag),
            ("in_use", in_use, flag),
            ("query", query, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=Variations,
    )

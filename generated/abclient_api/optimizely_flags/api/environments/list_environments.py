from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...._arguments import flag, number, query_string, several, text, whole
from ...._runtime import Request, Response, read_one
from ...models.environments import Environments

if TYPE_CHECKING:
    from ...models.environment import Environment


def parse(response: Response) -> Environments:
    """The result in a successful answer."""
    return read_one(response, Environments)


def request(
    project_id: int,
    *,
    per_page: int | None = None,
    page_token: str | None = None,
    page_window: int | None = None,
    archived: bool | None = None,
    sort: Sequence[Literal["priority:asc", "priority:desc"]] | None = None,
) -> Request[Environments, Environment]:
    """List environments.

    ``GET /projects/{project_id}/environments``

    Environments of a project, page by page. They are made and changed through REST API v2.

    Args:
        project_id: Number of the project.
        per_page: Size of the page.
        page_token: Which page, as the links of another page say.
        page_window: How many links to following and to earlier pages are wanted. The vendor's default: 1.
        archived: Only archived ones, or only others.
        sort: Order, as field and direction; the first counts most.
    """
    return Request(
        operation="list_environments",
        method="GET",
        path_template="/projects/{project_id}/environments",
        path=f"/projects/{number('project_id', project_id)}/environments",
        query=query_string(
            ("per_page", per_page, whole(1)),
            ("page_token", page_token, text),
            ("page_window", page_window, whole(1)),
            ("archived", archived, flag),
            ("sort", sort, several(text)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=Environments,
    )

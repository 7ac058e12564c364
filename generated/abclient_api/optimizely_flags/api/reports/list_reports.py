from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...._arguments import flag, number, query_string, segment, several, text, whole
from ...._runtime import Request, Response, read_one
from ...models.reports import Reports

if TYPE_CHECKING:
    from ...models.report import Report


def parse(response: Response) -> Reports:
    """The result in a successful answer."""
    return read_one(response, Reports)


def request(
    project_id: int,
    environment_key: str,
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
    query: str | None = None,
) -> Request[Reports, Report]:
    """List reports.

    ``GET /projects/{project_id}/environments/{environment_key}/reports``

    Reports of an environment, page by page: one for each rule that is an experiment.

    Args:
        project_id: Number of the project.
        environment_key: Key of the environment.
        per_page: Size of the page.
        page_token: Which page, as the links of another page say.
        page_window: How many links to following and to earlier pages are wanted. The vendor's default: 1.
        sort: Order, as field and direction; the first counts most.
        archived: Only archived ones, or only others.
        query: Only those whose name, key or description contains this text.
    """
    return Request(
        operation="list_reports",
        method="GET",
        path_template="/projects/{project_id}/environments/{environment_key}/reports",
        path=f"/projects/{number('project_id', project_id)}/environments/{segment('environment_key', environment_key)}/reports",
        query=query_string(
            ("per_page", per_page, whole(1)),
            ("page_token", page_token, text),
            ("page_window", page_window, whole(1)),
            ("sort", sort, several(text)),
            ("archived", archived, flag),
            ("query", query, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=Reports,
    )

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...._arguments import flag, number, query_string, several, text, whole
from ...._runtime import Request, Response, read_one
from ...models.rules import Rules

if TYPE_CHECKING:
    from ...models.rule import Rule


def parse(response: Response) -> Rules:
    """The result in a successful answer."""
    return read_one(response, Rules)


def request(
    project_id: int,
    *,
    per_page: int | None = None,
    page_token: str | None = None,
    page_window: int | None = None,
    rule_types: str | None = None,
    environments: str | None = None,
    archived: bool | None = None,
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
) -> Request[Rules, Rule]:
    """List rules.

    ``GET /projects/{project_id}/rules``

    Rules of all flags of a project, page by page.

    Args:
        project_id: Number of the project.
        per_page: Size of the page.
        page_token: Which page, as the links of another page say.
        page_window: How many links to following and to earlier pages are wanted. The vendor's default: 1.
        rule_types: Only rules of these types, separated by commas.
        environments: Only rules of these environments, separated by commas.
        archived: Only archived ones, or only others.
        sort: Order, as field and direction; the first counts most.
    """
    return Request(
        operation="list_all_rules_in_project",
        method="GET",
        path_template="/projects/{project_id}/rules",
        path=f"/projects/{number('project_id', project_id)}/rules",
        query=query_string(
            ("per_page", per_page, whole(1)),
            ("page_token", page_token, text),
            ("page_window", page_window, whole(1)),
            ("rule_types", rule_types, text),
            ("environments", environments, text),
            ("archived", archived, flag),
            ("sort", sort, several(text)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=Rules,
    )

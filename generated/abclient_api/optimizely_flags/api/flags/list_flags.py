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
from ...models.flags import Flags

if TYPE_CHECKING:
    from ...models.flag import Flag


def parse(response: Response) -> Flags:
    """The result in a successful answer."""
    return read_one(response, Flags)


def request(
    project_id: int,
    *,
    per_page: int | None = None,
    page_number: int | None = None,
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
            "enabled_in_environment:asc",
            "enabled_in_environment:desc",
            "rules_in_environment:asc",
            "rules_in_environment:desc",
            "created_by_user_email:asc",
            "created_by_user_email:desc",
        ]
    ]
    | None = None,
    archived: bool | None = None,
    enabled: bool | None = None,
    rule_status: Sequence[str] | None = None,
    environment_status: Sequence[str] | None = None,
    environment_type: Sequence[str] | None = None,
    environment: Sequence[str] | None = None,
    rule_type: Sequence[str] | None = None,
    query: str | None = None,
    key_list: Sequence[str] | None = None,
    owner_user_id: str | None = None,
    team_ids: Sequence[str] | None = None,
) -> Request[Flags, Flag]:
    """List flags.

    ``GET /projects/{project_id}/flags``

    Flags of a project, page by page.

    Args:
        project_id: Number of the project.
        per_page: Size of the page.
        page_number: Number of the page, from 1, in place of a page_token.
        page_token: Which page, as the links of another page say.
        page_window: How many links to following and to earlier pages are wanted. The vendor's default: 1.
        sort: Order, as field and direction; the first counts most.
        archived: Only archived ones, or only others.
        enabled: Only those that are on, or only others.
        rule_status: Only flags with a rule in one of these states; `!` before each means those without.
        environment_status: Only flags whose ruleset is in one of these states; `!` before each means the others.
        environment_type: Only flags of these environments; `!` before each means the others.
        environment: Only those of these environments.
        rule_type: Only flags with a rule of one of these types; `!` before each means those without.
        query: Only those whose name, key or description contains this text.
        key_list: Only flags with these keys.
        owner_user_id: Only flags of this owner.
        team_ids: Only flags of these teams.
    """
    return Request(
        operation="list_flags",
        method="GET",
        path_template="/projects/{project_id}/flags",
        path=f"/projects/{number('project_id', project_id)}/flags",
        query=query_string(
            ("per_page", per_page, whole(1)),
            ("page_number", page_number, whole(1)),
            ("page_token", page_token, text),
            ("page_window", page_window, whole(1)),
            ("sort", sort, several(text)),
            ("archived", archived, flag),
            ("enabled", enabled, flag),
            ("rule_status", rule_status, joined(text)),
            ("environment_status", environment_status, joined(text)),
            ("environment_type", environment_type, joined(text)),
            ("environment", environment, several(text)),
            ("rule_type", rule_type, joined(text)),
            ("query", query, text),
            ("key_list", key_list, several(text)),
            ("owner_user_id", owner_user_id, text),
            ("team_ids", team_ids, several(text)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=Flags,
    )

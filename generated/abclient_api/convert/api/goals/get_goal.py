from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ...._arguments import number, query_string, several, text
from ...._runtime import Request, Response, read_one
from ...models.goal import Goal


def parse(response: Response) -> Goal:
    """The result in a successful answer."""
    return read_one(response, Goal)


def request(
    account_id: int,
    project_id: int,
    goal_id: int,
    *,
    include: Sequence[Literal["triggering_rule", "stats"]] | None = None,
) -> Request[Goal, Goal]:
    """Get a goal.

    ``GET /accounts/{account_id}/projects/{project_id}/goals/{goal_id}``

    Reads one goal.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        goal_id: The goal's id.
        include: Fields that are left out unless they are named here.
    """
    return Request(
        operation="getGoal",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}/goals/{goal_id}",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/goals/{number('goal_id', goal_id)}",
        query=query_string(
            ("include[]", include, several(text)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.goal import Goal

if TYPE_CHECKING:
    from ...models.update_goal_request_data import UpdateGoalRequestData


def parse(response: Response) -> Goal:
    """The result in a successful answer."""
    return read_one(response, Goal)


def request(account_id: int, project_id: int, goal_id: int, *, body: UpdateGoalRequestData) -> Request[Goal, Goal]:
    """Change a goal.

    ``POST /accounts/{account_id}/projects/{project_id}/goals/{goal_id}/update``

    Changes the fields that are given.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        goal_id: The goal's id.
        body: what to send.
    """
    return Request(
        operation="updateGoal",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/goals/{goal_id}/update",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/goals/{number('goal_id', goal_id)}/update",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

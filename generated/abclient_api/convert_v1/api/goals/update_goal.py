from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.goal import Goal

if TYPE_CHECKING:
    from ...models.goal_input import GoalInput


def parse(response: Response) -> Goal:
    """The result in a successful answer."""
    return read_one(response, Goal)


def request(project_id: str, goal_id: str, *, body: GoalInput) -> Request[Goal, Goal]:
    """Update a goal.

    ``POST /goals/update/{project_id}/{goal_id}``

    Changes the fields that are sent and answers with the whole goal.

    Args:
        project_id: The project's id.
        goal_id: The goal's id.
        body: what to send.
    """
    return Request(
        operation="updateGoal",
        method="POST",
        path_template="/goals/update/{project_id}/{goal_id}",
        path=f"/goals/update/{segment('project_id', project_id)}/{segment('goal_id', goal_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

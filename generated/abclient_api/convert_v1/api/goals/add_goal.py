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


def request(project_id: str, *, body: GoalInput) -> Request[Goal, Goal]:
    """Add a goal.

    ``POST /goals/add/{project_id}``

    Creates a goal in the project. The body must not hold a goal_id.

    Args:
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="addGoal",
        method="POST",
        path_template="/goals/add/{project_id}",
        path=f"/goals/add/{segment('project_id', project_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

from __future__ import annotations

from ...._arguments import segment
from ...._runtime import Request, Response, read_one
from ...models.goal import Goal


def parse(response: Response) -> Goal:
    """The result in a successful answer."""
    return read_one(response, Goal)


def request(project_id: str, goal_id: str) -> Request[Goal, Goal]:
    """Get a goal.

    ``GET /goals/get/{project_id}/{goal_id}``

    Reads one goal with its rule.

    Args:
        project_id: The project's id.
        goal_id: The goal's id.
    """
    return Request(
        operation="getGoal",
        method="GET",
        path_template="/goals/get/{project_id}/{goal_id}",
        path=f"/goals/get/{segment('project_id', project_id)}/{segment('goal_id', goal_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.goal import Goal


def parse(response: Response) -> Goal:
    """The result in a successful answer."""
    return read_one(response, Goal)


def request(goal_id: int) -> Request[Goal, Goal]:
    """Read a goal.

    ``GET /goals/{goal_id}``

    One goal. Which fields carry a meaning depends on `goal_type`.

    Args:
        goal_id: Id of the goal.
    """
    return Request(
        operation="getGoal",
        method="GET",
        path_template="/goals/{goal_id}",
        path=f"/goals/{number('goal_id', goal_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

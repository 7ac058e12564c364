from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(goal_id: int) -> Request[None, Never]:
    """Delete a goal.

    ``DELETE /goals/{goal_id}``

    Removes the goal from all experiments, past ones included, and hides their results for it. Removing the
    experiment from `experiment_ids` is usually better.

    Args:
        goal_id: Id of the goal.
    """
    return Request(
        operation="deleteGoal",
        method="DELETE",
        path_template="/goals/{goal_id}",
        path=f"/goals/{number('goal_id', goal_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

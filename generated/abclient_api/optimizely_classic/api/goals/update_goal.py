from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.goal import Goal

if TYPE_CHECKING:
    from ...models.goal_update import GoalUpdate


def parse(response: Response) -> Goal:
    """The result in a successful answer."""
    return read_one(response, Goal)


def request(goal_id: int, *, body: GoalUpdate) -> Request[Goal, Goal]:
    """Update a goal.

    ``PUT /goals/{goal_id}``

    Changes the fields sent. `experiment_ids` is also the way to add the goal to an experiment or to remove
    it: the whole list is replaced. Old goals (`is_editable` false) cannot be updated.

    Args:
        goal_id: Id of the goal.
        body: what to send.
    """
    return Request(
        operation="updateGoal",
        method="PUT",
        path_template="/goals/{goal_id}",
        path=f"/goals/{number('goal_id', goal_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

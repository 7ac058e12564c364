from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.goal import Goal

if TYPE_CHECKING:
    from ...models.goal_create import GoalCreate


def parse(response: Response) -> Goal:
    """The result in a successful answer."""
    return read_one(response, Goal)


def request(project_id: int, *, body: GoalCreate) -> Request[Goal, Goal]:
    """Create a goal.

    ``POST /projects/{project_id}/goals``

    Adds a goal to the project. Besides `title` and `goal_type`, a click goal needs `selector` and
    `target_to_experiments` (when that is false also `target_urls` and `target_url_match_types`), a pageview
    goal needs `urls` and `url_match_types`, a custom event goal needs `event`. Engagement and revenue goals
    come with each project and cannot be created.

    Args:
        project_id: Id of the project.
        body: what to send.
    """
    return Request(
        operation="createGoal",
        method="POST",
        path_template="/projects/{project_id}/goals",
        path=f"/projects/{number('project_id', project_id)}/goals",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_list
from ...models.goal import Goal

if TYPE_CHECKING:
    from ...models.goal_filter import GoalFilter


def parse(response: Response) -> list[Goal]:
    """The result in a successful answer."""
    return read_list(response, Goal)


def request(project_id: str, *, body: GoalFilter) -> Request[list[Goal], Goal]:
    """List goals.

    ``POST /goals/{project_id}``

    One page of the project's goals, filtered by text.

    Args:
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="listGoals",
        method="POST",
        path_template="/goals/{project_id}",
        path=f"/goals/{segment('project_id', project_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
        reads=True,
        items="",
        item=Goal,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.goals_list_response_data import GoalsListResponseData

if TYPE_CHECKING:
    from ...models.get_goals_request_data import GetGoalsRequestData
    from ...models.goal import Goal


def parse(response: Response) -> GoalsListResponseData:
    """The result in a successful answer."""
    return read_one(response, GoalsListResponseData)


def request(
    account_id: int, project_id: int, *, body: GetGoalsRequestData | None = None
) -> Request[GoalsListResponseData, Goal]:
    """List goals.

    ``POST /accounts/{account_id}/projects/{project_id}/goals``

    One page of the project's goals.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="getGoalsList",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/goals",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/goals",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
        items="data",
        page=GoalsListResponseData,
    )

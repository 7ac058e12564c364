from __future__ import annotations

from ...._arguments import segment
from ...._runtime import Request, Response, read_one
from ...models.holdout_rep import HoldoutRep


def parse(response: Response) -> HoldoutRep:
    """The result in a successful answer."""
    return read_one(response, HoldoutRep)


def request(project_key: str, environment_key: str, holdout_id: str) -> Request[HoldoutRep, HoldoutRep]:
    """Get a holdout by its id.

    ``GET /api/v2/projects/{projectKey}/environments/{environmentKey}/holdouts/id/{holdoutId}``

    One holdout by its id.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        holdout_id: The holdout's id.
    """
    return Request(
        operation="getHoldoutById",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/environments/{environmentKey}/holdouts/id/{holdoutId}",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/environments/{segment('environment_key', environment_key)}/holdouts/id/{segment('holdout_id', holdout_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

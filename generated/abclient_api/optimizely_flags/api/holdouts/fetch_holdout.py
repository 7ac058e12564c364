from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.holdout import Holdout


def parse(response: Response) -> Holdout:
    """The result in a successful answer."""
    return read_one(response, Holdout)


def request(project_id: int, holdout_id: int) -> Request[Holdout, Holdout]:
    """Get a holdout.

    ``GET /projects/{project_id}/holdouts/{holdout_id}``

    One holdout.

    Args:
        project_id: Number of the project.
        holdout_id: Number of the holdout.
    """
    return Request(
        operation="fetch_holdout",
        method="GET",
        path_template="/projects/{project_id}/holdouts/{holdout_id}",
        path=f"/projects/{number('project_id', project_id)}/holdouts/{number('holdout_id', holdout_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(project_id: int, holdout_id: int) -> Request[None, Never]:
    """Delete a holdout.

    ``DELETE /projects/{project_id}/holdouts/{holdout_id}``

    Deletes a holdout for good, in any state.

    Args:
        project_id: Number of the project.
        holdout_id: Number of the holdout.
    """
    return Request(
        operation="delete_holdout",
        method="DELETE",
        path_template="/projects/{project_id}/holdouts/{holdout_id}",
        path=f"/projects/{number('project_id', project_id)}/holdouts/{number('holdout_id', holdout_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

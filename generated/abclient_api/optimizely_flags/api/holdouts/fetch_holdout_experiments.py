from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_list
from ...models.holdout_experiment import HoldoutExperiment


def parse(response: Response) -> list[HoldoutExperiment]:
    """The result in a successful answer."""
    return read_list(response, HoldoutExperiment)


def request(project_id: int, holdout_id: int) -> Request[list[HoldoutExperiment], HoldoutExperiment]:
    """List the experiments of a holdout.

    ``GET /projects/{project_id}/holdouts/{holdout_id}/experiments``

    Experiments that a holdout affects, all at once.

    Args:
        project_id: Number of the project.
        holdout_id: Number of the holdout.
    """
    return Request(
        operation="fetch_holdout_experiments",
        method="GET",
        path_template="/projects/{project_id}/holdouts/{holdout_id}/experiments",
        path=f"/projects/{number('project_id', project_id)}/holdouts/{number('holdout_id', holdout_id)}/experiments",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=HoldoutExperiment,
    )

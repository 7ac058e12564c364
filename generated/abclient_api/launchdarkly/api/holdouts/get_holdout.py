from __future__ import annotations

from ...._arguments import query_string, segment, text
from ...._runtime import Request, Response, read_one
from ...models.holdout_detail_rep import HoldoutDetailRep


def parse(response: Response) -> HoldoutDetailRep:
    """The result in a successful answer."""
    return read_one(response, HoldoutDetailRep)


def request(
    project_key: str, environment_key: str, holdout_key: str, *, expand: str | None = None
) -> Request[HoldoutDetailRep, HoldoutDetailRep]:
    """Get a holdout.

    ``GET /api/v2/projects/{projectKey}/environments/{environmentKey}/holdouts/{holdoutKey}``

    One holdout by its key, with the experiment that measures it.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        holdout_key: The holdout's key.
        expand: Comma-separated fields to add to the answer; of the experiment that measures it draftIteration,
            previousIterations, secondaryMetrics and treatments, and of the experiments that it holds units out of
            rel- draftIteration, rel-metrics, rel-previousIterations, rel-secondaryMetrics and rel-treatments.
    """
    return Request(
        operation="getHoldout",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/environments/{environmentKey}/holdouts/{holdoutKey}",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/environments/{segment('environment_key', environment_key)}/holdouts/{segment('holdout_key', holdout_key)}",
        query=query_string(
            ("expand", expand, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )

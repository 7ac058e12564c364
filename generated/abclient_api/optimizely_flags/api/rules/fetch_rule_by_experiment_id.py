from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.rule import Rule


def parse(response: Response) -> Rule:
    """The result in a successful answer."""
    return read_one(response, Rule)


def request(project_id: int, experiment_id: int) -> Request[Rule, Rule]:
    """Get a rule by its experiment.

    ``GET /projects/{project_id}/rules/{experiment_id}``

    The rule whose results REST API v2 has under this experiment.

    Args:
        project_id: Number of the project.
        experiment_id: The rule's layer_experiment_id.
    """
    return Request(
        operation="fetch_rule_by_experiment_id",
        method="GET",
        path_template="/projects/{project_id}/rules/{experiment_id}",
        path=f"/projects/{number('project_id', project_id)}/rules/{number('experiment_id', experiment_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

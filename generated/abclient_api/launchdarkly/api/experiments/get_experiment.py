from __future__ import annotations

from ...._arguments import query_string, segment, text
from ...._runtime import Request, Response, read_one
from ...models.experiment import Experiment


def parse(response: Response) -> Experiment:
    """The result in a successful answer."""
    return read_one(response, Experiment)


def request(
    project_key: str, environment_key: str, experiment_key: str, *, expand: str | None = None
) -> Request[Experiment, Experiment]:
    """Get an experiment.

    ``GET /api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}``

    One experiment with its current iteration; expand asks for more.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        experiment_key: The experiment's key.
        expand: Comma-separated fields to add to the answer. previousIterations adds all iterations before the
            current one, draftIteration the one not started yet, secondaryMetrics the metrics besides the primary
            one, treatments the treatments with their parameters. analysisConfig adds how figures are judged and
            mutableFieldsByStatus what can be changed, both since 23.0.0. None is included by default, and a
            requested field that is empty is left out.
    """
    return Request(
        operation="getExperiment",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/environments/{segment('environment_key', environment_key)}/experiments/{segment('experiment_key', experiment_key)}",
        query=query_string(
            ("expand", expand, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )

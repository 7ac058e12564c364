from __future__ import annotations

from ...._arguments import query_string, segment, text
from ...._runtime import Request, Response, read_one
from ...models.experiment_bayesian_results_rep import ExperimentBayesianResultsRep


def parse(response: Response) -> ExperimentBayesianResultsRep:
    """The result in a successful answer."""
    return read_one(response, ExperimentBayesianResultsRep)


def request(
    project_key: str, environment_key: str, experiment_key: str, metric_key: str, *, iteration_id: str | None = None
) -> Request[ExperimentBayesianResultsRep, ExperimentBayesianResultsRep]:
    """Get an experiment's results for a metric.

    ``GET /api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}/metrics/{metricKey}/results``

    Results of an experiment for one of its metrics, one entry per treatment. Deprecated since 17.2.0 (April
    2025), and left the vendor's document in 18.0.0 (October 2025) without a successor; a server that no
    longer offers it answers 404 or 410.

    The vendor has deprecated it.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        experiment_key: The experiment's key.
        metric_key: The metric's key.
        iteration_id: The iteration whose results are wanted; without it, the current one.
    """
    return Request(
        operation="getExperimentResults",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}/metrics/{metricKey}/results",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/environments/{segment('environment_key', environment_key)}/experiments/{segment('experiment_key', experiment_key)}/metrics/{segment('metric_key', metric_key)}/results",
        query=query_string(
            ("iterationId", iteration_id, text),
        ),
        headers=(
            ("accept", "application/json"),
            ("ld-api-version", "beta"),
        ),
        parse=parse,
    )

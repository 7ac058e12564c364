from __future__ import annotations

from ...._arguments import query_string, segment, whole
from ...._runtime import Request, Response, read_one
from ...models.experiment_results import ExperimentResults


def parse(response: Response) -> ExperimentResults:
    """The result in a successful answer."""
    return read_one(response, ExperimentResults)


def request(
    project_key: str,
    feature_flag_key: str,
    environment_key: str,
    metric_key: str,
    *,
    from_: int | None = None,
    to: int | None = None,
) -> Request[ExperimentResults, ExperimentResults]:
    """Get legacy results.

    ``GET /api/v2/flags/{projectKey}/{featureFlagKey}/experiments/{environmentKey}/{metricKey}``

    Results of a flag's experiment of the old kind, without iterations, for one metric. Left the vendor's
    document in 17.2.0 (April 2025).

    The vendor has deprecated it.

    Args:
        project_key: The project's key.
        feature_flag_key: The feature flag's key.
        environment_key: The environment's key.
        metric_key: The metric's key.
        from_: Start of the period of data collection, in UTC epoch milliseconds.
        to: End of the period of data collection, in UTC epoch milliseconds.
    """
    return Request(
        operation="getLegacyExperimentResults",
        method="GET",
        path_template="/api/v2/flags/{projectKey}/{featureFlagKey}/experiments/{environmentKey}/{metricKey}",
        path=f"/api/v2/flags/{segment('project_key', project_key)}/{segment('feature_flag_key', feature_flag_key)}/experiments/{segment('environment_key', environment_key)}/{segment('metric_key', metric_key)}",
        query=query_string(
            ("from", from_, whole(0)),
            ("to", to, whole(0)),
        ),
        headers=(
            ("accept", "application/json"),
            ("ld-api-version", "beta"),
        ),
        parse=parse,
    )

from __future__ import annotations

from typing import Never

from ...._arguments import segment
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(project_key: str, feature_flag_key: str, environment_key: str, metric_key: str) -> Request[None, Never]:
    """Reset legacy results.

    ``DELETE /api/v2/flags/{projectKey}/{featureFlagKey}/experiments/{environmentKey}/{metricKey}/results``

    Deletes all data that an experiment of the old kind has collected. It cannot be undone. Left the vendor's
    document in 15.0.0 (March 2024).

    The vendor has deprecated it.

    Args:
        project_key: The project's key.
        feature_flag_key: The feature flag's key.
        environment_key: The environment's key.
        metric_key: The metric's key.
    """
    return Request(
        operation="resetExperiment",
        method="DELETE",
        path_template="/api/v2/flags/{projectKey}/{featureFlagKey}/experiments/{environmentKey}/{metricKey}/results",
        path=f"/api/v2/flags/{segment('project_key', project_key)}/{segment('feature_flag_key', feature_flag_key)}/experiments/{segment('environment_key', environment_key)}/{segment('metric_key', metric_key)}/results",
        headers=(
            ("accept", "application/json"),
            ("ld-api-version", "beta"),
        ),
        parse=parse,
    )

from __future__ import annotations

from typing import Never

from ...._arguments import segment
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(project_key: str, metric_key: str) -> Request[None, Never]:
    """Delete a metric.

    ``DELETE /api/v2/metrics/{projectKey}/{metricKey}``

    Deletes a metric.

    Args:
        project_key: The project's key.
        metric_key: The metric's key.
    """
    return Request(
        operation="deleteMetric",
        method="DELETE",
        path_template="/api/v2/metrics/{projectKey}/{metricKey}",
        path=f"/api/v2/metrics/{segment('project_key', project_key)}/{segment('metric_key', metric_key)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

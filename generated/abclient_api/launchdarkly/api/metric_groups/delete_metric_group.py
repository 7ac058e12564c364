from __future__ import annotations

from typing import Never

from ...._arguments import segment
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(project_key: str, metric_group_key: str) -> Request[None, Never]:
    """Delete a group of metrics.

    ``DELETE /api/v2/projects/{projectKey}/metric-groups/{metricGroupKey}``

    Deletes a group of metrics; its metrics stay.

    Args:
        project_key: The project's key.
        metric_group_key: The group's key.
    """
    return Request(
        operation="deleteMetricGroup",
        method="DELETE",
        path_template="/api/v2/projects/{projectKey}/metric-groups/{metricGroupKey}",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/metric-groups/{segment('metric_group_key', metric_group_key)}",
        headers=(
            ("accept", "application/json"),
            ("ld-api-version", "beta"),
        ),
        parse=parse,
    )

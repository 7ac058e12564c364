from __future__ import annotations

from ...._arguments import query_string, segment, text
from ...._runtime import Request, Response, read_one
from ...models.metric_group_rep import MetricGroupRep


def parse(response: Response) -> MetricGroupRep:
    """The result in a successful answer."""
    return read_one(response, MetricGroupRep)


def request(
    project_key: str, metric_group_key: str, *, expand: str | None = None
) -> Request[MetricGroupRep, MetricGroupRep]:
    """Get a group of metrics.

    ``GET /api/v2/projects/{projectKey}/metric-groups/{metricGroupKey}``

    One group of metrics; expand asks for the experiments that use it.

    Args:
        project_key: The project's key.
        metric_group_key: The group's key.
        expand: Comma-separated fields to add to the answer; experiments and experimentCount.
    """
    return Request(
        operation="getMetricGroup",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/metric-groups/{metricGroupKey}",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/metric-groups/{segment('metric_group_key', metric_group_key)}",
        query=query_string(
            ("expand", expand, text),
        ),
        headers=(
            ("accept", "application/json"),
            ("ld-api-version", "beta"),
        ),
        parse=parse,
    )

from __future__ import annotations

from ...._arguments import query_string, segment, text
from ...._runtime import Request, Response, read_one
from ...models.metric_rep import MetricRep


def parse(response: Response) -> MetricRep:
    """The result in a successful answer."""
    return read_one(response, MetricRep)


def request(
    project_key: str, metric_key: str, *, expand: str | None = None, version_id: str | None = None
) -> Request[MetricRep, MetricRep]:
    """Get a metric.

    ``GET /api/v2/metrics/{projectKey}/{metricKey}``

    One metric; expand asks for what uses it.

    Args:
        project_key: The project's key.
        metric_key: The metric's key.
        expand: Comma-separated fields to add to the answer; experiments, experimentCount, metricGroups,
            metricGroupCount, eventSources, guardedRollouts, guardedRolloutCount, lastUsedInExperiment and
            lastUsedInGuardedRollout.
        version_id: Id of the metric's version; the newest by default.
    """
    return Request(
        operation="getMetric",
        method="GET",
        path_template="/api/v2/metrics/{projectKey}/{metricKey}",
        path=f"/api/v2/metrics/{segment('project_key', project_key)}/{segment('metric_key', metric_key)}",
        query=query_string(
            ("expand", expand, text),
            ("versionId", version_id, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )

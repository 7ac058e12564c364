from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.metric_rep import MetricRep

if TYPE_CHECKING:
    from ...models.patch_operation import PatchOperation


def parse(response: Response) -> MetricRep:
    """The result in a successful answer."""
    return read_one(response, MetricRep)


def request(project_key: str, metric_key: str, *, body: list[PatchOperation]) -> Request[MetricRep, MetricRep]:
    """Update a metric by JSON patch.

    ``PATCH /api/v2/metrics/{projectKey}/{metricKey}``

    Applies the operations of a JSON patch, all or none.

    Args:
        project_key: The project's key.
        metric_key: The metric's key.
        body: what to send.
    """
    return Request(
        operation="patchMetric",
        method="PATCH",
        path_template="/api/v2/metrics/{projectKey}/{metricKey}",
        path=f"/api/v2/metrics/{segment('project_key', project_key)}/{segment('metric_key', metric_key)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.metric_group_rep import MetricGroupRep

if TYPE_CHECKING:
    from ...models.patch_operation import PatchOperation


def parse(response: Response) -> MetricGroupRep:
    """The result in a successful answer."""
    return read_one(response, MetricGroupRep)


def request(
    project_key: str, metric_group_key: str, *, body: list[PatchOperation]
) -> Request[MetricGroupRep, MetricGroupRep]:
    """Update a group of metrics by JSON patch.

    ``PATCH /api/v2/projects/{projectKey}/metric-groups/{metricGroupKey}``

    Applies the operations of a JSON patch, all or none.

    Args:
        project_key: The project's key.
        metric_group_key: The group's key.
        body: what to send.
    """
    return Request(
        operation="patchMetricGroup",
        method="PATCH",
        path_template="/api/v2/projects/{projectKey}/metric-groups/{metricGroupKey}",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/metric-groups/{segment('metric_group_key', metric_group_key)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
            ("ld-api-version", "beta"),
        ),
        body=dumps(body),
        parse=parse,
    )

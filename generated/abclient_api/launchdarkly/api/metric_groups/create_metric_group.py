from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.metric_group_rep import MetricGroupRep

if TYPE_CHECKING:
    from ...models.metric_group_post import MetricGroupPost


def parse(response: Response) -> MetricGroupRep:
    """The result in a successful answer."""
    return read_one(response, MetricGroupRep)


def request(project_key: str, *, body: MetricGroupPost) -> Request[MetricGroupRep, MetricGroupRep]:
    """Create a group of metrics.

    ``POST /api/v2/projects/{projectKey}/metric-groups``

    Creates a funnel or a standard group.

    Args:
        project_key: The project's key.
        body: what to send.
    """
    return Request(
        operation="createMetricGroup",
        method="POST",
        path_template="/api/v2/projects/{projectKey}/metric-groups",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/metric-groups",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
            ("ld-api-version", "beta"),
        ),
        body=dumps(body),
        parse=parse,
    )

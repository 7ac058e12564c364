from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.metric_rep import MetricRep

if TYPE_CHECKING:
    from ...models.metric_post import MetricPost


def parse(response: Response) -> MetricRep:
    """The result in a successful answer."""
    return read_one(response, MetricRep)


def request(project_key: str, *, body: MetricPost) -> Request[MetricRep, MetricRep]:
    """Create a metric.

    ``POST /api/v2/metrics/{projectKey}``

    Creates a metric. The kind click needs selector and urls, pageview needs urls, custom needs eventKey and
    isNumeric, and trace needs traceQuery and isNumeric; numeric ones need successCriteria and unit besides.

    Args:
        project_key: The project's key.
        body: what to send.
    """
    return Request(
        operation="postMetric",
        method="POST",
        path_template="/api/v2/metrics/{projectKey}",
        path=f"/api/v2/metrics/{segment('project_key', project_key)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

from __future__ import annotations

from abclient_api._arguments import (
    segment,
)
from abclient_api._runtime import Request, Response, read_one

from ...models.metric_response import MetricResponse


def parse(response: Response) -> MetricResponse:
    """The result in a successful answer."""
    return read_one(response, MetricResponse)


def request(id: str) -> Request[MetricResponse, MetricResponse]:
    """Get a metric.

    ``GET /v1/metrics/{id}``

    One metric.

    Args:
        id: Identifier of the metric.
    """
    return Request(
        operation="getMetric",
        method="GET",
        path_template="/v1/metrics/{id}",
        path=f"/v1/metrics/{segment('id', id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

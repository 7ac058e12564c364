from __future__ import annotations

from abclient_api._arguments import (
    segment,
)
from abclient_api._runtime import Request, Response, read_one

from ...models.fact_metric_response import FactMetricResponse


def parse(response: Response) -> FactMetricResponse:
    """The result in a successful answer."""
    return read_one(response, FactMetricResponse)


def request(id: str) -> Request[FactMetricResponse, FactMetricResponse]:
    """Get a fact metric.

    ``GET /v1/fact-metrics/{id}``

    One fact metric.

    Args:
        id: Identifier of the metric.
    """
    return Request(
        operation="getFactMetric",
        method="GET",
        path_template="/v1/fact-metrics/{id}",
        path=f"/v1/fact-metrics/{segment('id', id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api._arguments import (
    query_string,
    text,
    whole,
)
from abclient_api._runtime import Request, Response, read_one

from ...models.metric_page import MetricPage

if TYPE_CHECKING:
    from ...models.metric import Metric


def parse(response: Response) -> MetricPage:
    """The result in a successful answer."""
    return read_one(response, MetricPage)


def request(
    *,
    limit: int | None = None,
    offset: int | None = None,
    project_id: str | None = None,
    datasource_id: str | None = None,
) -> Request[MetricPage, Metric]:
    """List metrics.

    ``GET /v1/metrics``

    Metrics that are defined by a query of their own, page by page.

    Args:
        limit: How many items a page has at most.
        offset: How many items come before the page.
        project_id: Only those of this project.
        datasource_id: Only those of this data source.
    """
    return Request(
        operation="listMetrics",
        method="GET",
        path_template="/v1/metrics",
        path="/v1/metrics",
        query=query_string(
            ("limit", limit, whole(1, 100)),
            ("offset", offset, whole(0)),
            ("projectId", project_id, text),
            ("datasourceId", datasource_id, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="metrics",
        page=MetricPage,
    )

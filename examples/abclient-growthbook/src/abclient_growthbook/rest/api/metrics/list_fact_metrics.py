from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api._arguments import (
    query_string,
    text,
    whole,
)
from abclient_api._runtime import Request, Response, read_one

from ...models.fact_metric_page import FactMetricPage

if TYPE_CHECKING:
    from ...models.fact_metric import FactMetric


def parse(response: Response) -> FactMetricPage:
    """The result in a successful answer."""
    return read_one(response, FactMetricPage)


def request(
    *,
    limit: int | None = None,
    offset: int | None = None,
    datasource_id: str | None = None,
    project_id: str | None = None,
    fact_table_id: str | None = None,
) -> Request[FactMetricPage, FactMetric]:
    """List fact metrics.

    ``GET /v1/fact-metrics``

    Metrics over fact tables, page by page.

    Args:
        limit: How many items a page has at most.
        offset: How many items come before the page.
        datasource_id: Only those of this data source.
        project_id: Only those of this project.
        fact_table_id: Only those over this fact table; of a ratio, its numerator counts.
    """
    return Request(
        operation="listFactMetrics",
        method="GET",
        path_template="/v1/fact-metrics",
        path="/v1/fact-metrics",
        query=query_string(
            ("limit", limit, whole(1, 100)),
            ("offset", offset, whole(0)),
            ("datasourceId", datasource_id, text),
            ("projectId", project_id, text),
            ("factTableId", fact_table_id, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="factMetrics",
        page=FactMetricPage,
    )

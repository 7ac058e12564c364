from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import query_string, segment, text, whole
from ...._runtime import Request, Response, read_one
from ...models.metric_collection_rep import MetricCollectionRep

if TYPE_CHECKING:
    from ...models.metric_listing_rep import MetricListingRep


def parse(response: Response) -> MetricCollectionRep:
    """The result in a successful answer."""
    return read_one(response, MetricCollectionRep)


def request(
    project_key: str,
    *,
    expand: str | None = None,
    limit: int | None = None,
    offset: int | None = None,
    sort: str | None = None,
    filter: str | None = None,
) -> Request[MetricCollectionRep, MetricListingRep]:
    """List metrics.

    ``GET /api/v2/metrics/{projectKey}``

    One page of the metrics of a project, 20 by default and 50 at most.

    Args:
        project_key: The project's key.
        expand: Comma-separated fields to add to the answer; experimentCount.
        limit: How many items a page may hold. The vendor's default: 20.
        offset: How many items to skip, counted from the first.
        sort: Order of the metrics, createdAt or name; a minus before it means descending.
        filter: Comma-separated conditions of the form field operator value, all of which must hold, such as:
            eventKind equals custom, tags contains ["a"]. Fields are dataSourceKeys, eventKeys, eventKind,
            hasConnections, isNumeric, maintainerIds, maintainerTeamKey, metricUsedIn, query, tags,
            unitAggregationType, versionIds and view.
    """
    return Request(
        operation="getMetrics",
        method="GET",
        path_template="/api/v2/metrics/{projectKey}",
        path=f"/api/v2/metrics/{segment('project_key', project_key)}",
        query=query_string(
            ("expand", expand, text),
            ("limit", limit, whole(1)),
            ("offset", offset, whole(0)),
            ("sort", sort, text),
            ("filter", filter, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=MetricCollectionRep,
    )

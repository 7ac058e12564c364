from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import query_string, segment, text, whole
from ...._runtime import Request, Response, read_one
from ...models.metric_group_collection_rep import MetricGroupCollectionRep

if TYPE_CHECKING:
    from ...models.metric_group_rep import MetricGroupRep


def parse(response: Response) -> MetricGroupCollectionRep:
    """The result in a successful answer."""
    return read_one(response, MetricGroupCollectionRep)


def request(
    project_key: str,
    *,
    filter: str | None = None,
    sort: str | None = None,
    expand: str | None = None,
    limit: int | None = None,
    offset: int | None = None,
) -> Request[MetricGroupCollectionRep, MetricGroupRep]:
    """List groups of metrics.

    ``GET /api/v2/projects/{projectKey}/metric-groups``

    One page of the groups of metrics of a project, 20 by default and 50 at most.

    Args:
        project_key: The project's key.
        filter: Conditions joined by "and", such as: kind equals funnel. Fields are experimentStatus,
            hasConnections, kind, maintainerIds, maintainerTeamKey and query.
        sort: Order of the groups, name, createdAt or connectionCount; a minus before it means descending.
        expand: Accepted by the vendor, without effect.
        limit: How many items a page may hold. The vendor's default: 20.
        offset: How many items to skip, counted from the first.
    """
    return Request(
        operation="getMetricGroups",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/metric-groups",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/metric-groups",
        query=query_string(
            ("filter", filter, text),
            ("sort", sort, text),
            ("expand", expand, text),
            ("limit", limit, whole(1)),
            ("offset", offset, whole(0)),
        ),
        headers=(
            ("accept", "application/json"),
            ("ld-api-version", "beta"),
        ),
        parse=parse,
        items="items",
        page=MetricGroupCollectionRep,
    )

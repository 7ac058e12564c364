from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import query_string, segment, text, whole
from ...._runtime import Request, Response, read_one
from ...models.user_segments import UserSegments

if TYPE_CHECKING:
    from ...models.user_segment import UserSegment


def parse(response: Response) -> UserSegments:
    """The result in a successful answer."""
    return read_one(response, UserSegments)


def request(
    project_key: str,
    environment_key: str,
    *,
    limit: int | None = None,
    offset: int | None = None,
    sort: str | None = None,
    filter: str | None = None,
) -> Request[UserSegments, UserSegment]:
    """List segments.

    ``GET /api/v2/segments/{projectKey}/{environmentKey}``

    One page of the segments of an environment, 20 by default.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        limit: How many items a page may hold. The vendor's default: 20.
        offset: How many items to skip, counted from the first.
        sort: Order of the items, such as name; a minus before it means descending.
        filter: Comma-separated field:value pairs, such as: query:beta,tags:web.
    """
    return Request(
        operation="getSegments",
        method="GET",
        path_template="/api/v2/segments/{projectKey}/{environmentKey}",
        path=f"/api/v2/segments/{segment('project_key', project_key)}/{segment('environment_key', environment_key)}",
        query=query_string(
            ("limit", limit, whole(1)),
            ("offset", offset, whole(0)),
            ("sort", sort, text),
            ("filter", filter, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=UserSegments,
    )

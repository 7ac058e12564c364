from __future__ import annotations

from ...._arguments import segment
from ...._runtime import Request, Response, read_one
from ...models.user_segment import UserSegment


def parse(response: Response) -> UserSegment:
    """The result in a successful answer."""
    return read_one(response, UserSegment)


def request(project_key: str, environment_key: str, segment_key: str) -> Request[UserSegment, UserSegment]:
    """Get a segment.

    ``GET /api/v2/segments/{projectKey}/{environmentKey}/{segmentKey}``

    One segment.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        segment_key: The segment's key.
    """
    return Request(
        operation="getSegment",
        method="GET",
        path_template="/api/v2/segments/{projectKey}/{environmentKey}/{segmentKey}",
        path=f"/api/v2/segments/{segment('project_key', project_key)}/{segment('environment_key', environment_key)}/{segment('segment_key', segment_key)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

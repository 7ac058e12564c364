from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.user_segment import UserSegment

if TYPE_CHECKING:
    from ...models.segment_body import SegmentBody


def parse(response: Response) -> UserSegment:
    """The result in a successful answer."""
    return read_one(response, UserSegment)


def request(project_key: str, environment_key: str, *, body: SegmentBody) -> Request[UserSegment, UserSegment]:
    """Create a segment.

    ``POST /api/v2/segments/{projectKey}/{environmentKey}``

    Creates a segment, with nothing in it.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        body: what to send.
    """
    return Request(
        operation="postSegment",
        method="POST",
        path_template="/api/v2/segments/{projectKey}/{environmentKey}",
        path=f"/api/v2/segments/{segment('project_key', project_key)}/{segment('environment_key', environment_key)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

from __future__ import annotations

from typing import Never

from ...._arguments import segment
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(project_key: str, environment_key: str, segment_key: str) -> Request[None, Never]:
    """Delete a segment.

    ``DELETE /api/v2/segments/{projectKey}/{environmentKey}/{segmentKey}``

    Deletes a segment. One that a flag targets is not deleted.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        segment_key: The segment's key.
    """
    return Request(
        operation="deleteSegment",
        method="DELETE",
        path_template="/api/v2/segments/{projectKey}/{environmentKey}/{segmentKey}",
        path=f"/api/v2/segments/{segment('project_key', project_key)}/{segment('environment_key', environment_key)}/{segment('segment_key', segment_key)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

from __future__ import annotations

from ...._arguments import flag, query_string, segment
from ...._bodies import body_type
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.patch_with_comment import PatchWithComment
from ...models.semantic_patch import SemanticPatch
from ...models.user_segment import UserSegment


def parse(response: Response) -> UserSegment:
    """The result in a successful answer."""
    return read_one(response, UserSegment)


def request(
    project_key: str,
    environment_key: str,
    segment_key: str,
    *,
    body: SemanticPatch | PatchWithComment,
    dry_run: bool | None = None,
) -> Request[UserSegment, UserSegment]:
    """Update a segment.

    ``PATCH /api/v2/segments/{projectKey}/{environmentKey}/{segmentKey}``

    Applies semantic-patch instructions, or the operations of a JSON patch, all or none. The content type says
    which.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        segment_key: The segment's key.
        body: what to send.
        dry_run: Whether the change is only checked, not made.
    """
    return Request(
        operation="patchSegment",
        method="PATCH",
        path_template="/api/v2/segments/{projectKey}/{environmentKey}/{segmentKey}",
        path=f"/api/v2/segments/{segment('project_key', project_key)}/{segment('environment_key', environment_key)}/{segment('segment_key', segment_key)}",
        query=query_string(
            ("dryRun", dry_run, flag),
        ),
        headers=(
            ("accept", "application/json"),
            (
                "content-type",
                body_type(
                    body,
                    (SemanticPatch, "application/json; domain-model=launchdarkly.semanticpatch"),
                    (PatchWithComment, "application/json"),
                ),
            ),
        ),
        body=dumps(body),
        parse=parse,
    )

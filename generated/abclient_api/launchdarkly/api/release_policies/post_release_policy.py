from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.release_policy import ReleasePolicy

if TYPE_CHECKING:
    from ...models.post_release_policy_request import PostReleasePolicyRequest


def parse(response: Response) -> ReleasePolicy:
    """The result in a successful answer."""
    return read_one(response, ReleasePolicy)


def request(project_key: str, *, body: PostReleasePolicyRequest) -> Request[ReleasePolicy, ReleasePolicy]:
    """Create a release policy.

    ``POST /api/v2/projects/{projectKey}/release-policies``

    Creates a release policy, with the last rank.

    Args:
        project_key: The project's key.
        body: what to send.
    """
    return Request(
        operation="PostReleasePolicy",
        method="POST",
        path_template="/api/v2/projects/{projectKey}/release-policies",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/release-policies",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
            ("ld-api-version", "beta"),
        ),
        body=dumps(body),
        parse=parse,
    )

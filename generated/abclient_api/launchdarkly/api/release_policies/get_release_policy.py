from __future__ import annotations

from ...._arguments import segment
from ...._runtime import Request, Response, read_one
from ...models.release_policy import ReleasePolicy


def parse(response: Response) -> ReleasePolicy:
    """The result in a successful answer."""
    return read_one(response, ReleasePolicy)


def request(project_key: str, policy_key: str) -> Request[ReleasePolicy, ReleasePolicy]:
    """Get a release policy.

    ``GET /api/v2/projects/{projectKey}/release-policies/{policyKey}``

    One release policy.

    Args:
        project_key: The project's key.
        policy_key: The release policy's key.
    """
    return Request(
        operation="GetReleasePolicy",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/release-policies/{policyKey}",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/release-policies/{segment('policy_key', policy_key)}",
        headers=(
            ("accept", "application/json"),
            ("ld-api-version", "beta"),
        ),
        parse=parse,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.release_policy import ReleasePolicy

if TYPE_CHECKING:
    from ...models.put_release_policy_request import PutReleasePolicyRequest


def parse(response: Response) -> ReleasePolicy:
    """The result in a successful answer."""
    return read_one(response, ReleasePolicy)


def request(
    project_key: str, policy_key: str, *, body: PutReleasePolicyRequest
) -> Request[ReleasePolicy, ReleasePolicy]:
    """Replace a release policy.

    ``PUT /api/v2/projects/{projectKey}/release-policies/{policyKey}``

    Replaces all of a release policy but its key and its rank.

    Args:
        project_key: The project's key.
        policy_key: The release policy's key.
        body: what to send.
    """
    return Request(
        operation="PutReleasePolicy",
        method="PUT",
        path_template="/api/v2/projects/{projectKey}/release-policies/{policyKey}",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/release-policies/{segment('policy_key', policy_key)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
            ("ld-api-version", "beta"),
        ),
        body=dumps(body),
        parse=parse,
    )

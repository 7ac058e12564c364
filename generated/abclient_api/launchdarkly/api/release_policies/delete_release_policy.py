from __future__ import annotations

from typing import Never

from ...._arguments import segment
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(project_key: str, policy_key: str) -> Request[None, Never]:
    """Delete a release policy.

    ``DELETE /api/v2/projects/{projectKey}/release-policies/{policyKey}``

    Deletes a release policy.

    Args:
        project_key: The project's key.
        policy_key: The release policy's key.
    """
    return Request(
        operation="DeleteReleasePolicy",
        method="DELETE",
        path_template="/api/v2/projects/{projectKey}/release-policies/{policyKey}",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/release-policies/{segment('policy_key', policy_key)}",
        headers=(
            ("accept", "application/json"),
            ("ld-api-version", "beta"),
        ),
        parse=parse,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import flag, query_string, segment
from ...._runtime import Request, Response, read_one
from ...models.release_policies_response import ReleasePoliciesResponse

if TYPE_CHECKING:
    from ...models.release_policy import ReleasePolicy


def parse(response: Response) -> ReleasePoliciesResponse:
    """The result in a successful answer."""
    return read_one(response, ReleasePoliciesResponse)


def request(
    project_key: str, *, exclude_default: bool | None = None
) -> Request[ReleasePoliciesResponse, ReleasePolicy]:
    """List release policies.

    ``GET /api/v2/projects/{projectKey}/release-policies``

    All release policies of a project, in the order of their rank.

    Args:
        project_key: The project's key.
        exclude_default: Whether the default policy is left out.
    """
    return Request(
        operation="GetReleasePolicies",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/release-policies",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/release-policies",
        query=query_string(
            ("excludeDefault", exclude_default, flag),
        ),
        headers=(
            ("accept", "application/json"),
            ("ld-api-version", "beta"),
        ),
        parse=parse,
        items="items",
        page=ReleasePoliciesResponse,
    )

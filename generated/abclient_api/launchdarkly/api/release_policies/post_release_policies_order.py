from __future__ import annotations

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_list
from ...models.release_policy import ReleasePolicy


def parse(response: Response) -> list[ReleasePolicy]:
    """The result in a successful answer."""
    return read_list(response, ReleasePolicy)


def request(project_key: str, *, body: list[str]) -> Request[list[ReleasePolicy], ReleasePolicy]:
    """Reorder release policies.

    ``POST /api/v2/projects/{projectKey}/release-policies/order``

    Gives all policies of a project new ranks, by the order of their keys.

    Args:
        project_key: The project's key.
        body: what to send.
    """
    return Request(
        operation="PostReleasePoliciesOrder",
        method="POST",
        path_template="/api/v2/projects/{projectKey}/release-policies/order",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/release-policies/order",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
            ("ld-api-version", "beta"),
        ),
        body=dumps(body),
        parse=parse,
        items="",
        item=ReleasePolicy,
    )

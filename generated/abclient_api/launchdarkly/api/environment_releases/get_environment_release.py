from __future__ import annotations

from collections.abc import Sequence

from ...._arguments import query_string, segment, several, text
from ...._runtime import Request, Response, read_one
from ...models.environment_release import EnvironmentRelease


def parse(response: Response) -> EnvironmentRelease:
    """The result in a successful answer."""
    return read_one(response, EnvironmentRelease)


def request(
    project_key: str, flag_key: str, environment_key: str, release_id: str, *, expand: Sequence[str] | None = None
) -> Request[EnvironmentRelease, EnvironmentRelease]:
    """Get a release.

    ``GET /api/v2/projects/{projectKey}/flags/{flagKey}/environments/{environmentKey}/releases/{releaseId}``

    One release with its phases, and how its metrics do.

    Args:
        project_key: The project's key.
        flag_key: The feature flag's key.
        environment_key: The environment's key.
        release_id: The release's id.
        expand: Fields to add to the answer; metrics adds their definitions.
    """
    return Request(
        operation="getEnvironmentRelease",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/flags/{flagKey}/environments/{environmentKey}/releases/{releaseId}",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/flags/{segment('flag_key', flag_key)}/environments/{segment('environment_key', environment_key)}/releases/{segment('release_id', release_id)}",
        query=query_string(
            ("expand", expand, several(text)),
        ),
        headers=(
            ("accept", "application/json"),
            ("ld-api-version", "beta"),
        ),
        parse=parse,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.environment_release import EnvironmentRelease

if TYPE_CHECKING:
    from ...models.stop_environment_release_request import StopEnvironmentReleaseRequest


def parse(response: Response) -> EnvironmentRelease:
    """The result in a successful answer."""
    return read_one(response, EnvironmentRelease)


def request(
    project_key: str, flag_key: str, environment_key: str, release_id: str, *, body: StopEnvironmentReleaseRequest
) -> Request[EnvironmentRelease, EnvironmentRelease]:
    """Stop a release.

    ``PUT /api/v2/projects/{projectKey}/flags/{flagKey}/environments/{environmentKey}/releases/{releaseId}/stop``

    Stops a release, forward to the target variation or back to the original one.

    Args:
        project_key: The project's key.
        flag_key: The feature flag's key.
        environment_key: The environment's key.
        release_id: The release's id.
        body: what to send.
    """
    return Request(
        operation="stopEnvironmentRelease",
        method="PUT",
        path_template="/api/v2/projects/{projectKey}/flags/{flagKey}/environments/{environmentKey}/releases/{releaseId}/stop",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/flags/{segment('flag_key', flag_key)}/environments/{segment('environment_key', environment_key)}/releases/{segment('release_id', release_id)}/stop",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
            ("ld-api-version", "beta"),
        ),
        body=dumps(body),
        parse=parse,
    )

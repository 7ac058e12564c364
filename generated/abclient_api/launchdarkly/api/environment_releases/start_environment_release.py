from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.environment_release import EnvironmentRelease

if TYPE_CHECKING:
    from ...models.start_environment_release_request import StartEnvironmentReleaseRequest


def parse(response: Response) -> EnvironmentRelease:
    """The result in a successful answer."""
    return read_one(response, EnvironmentRelease)


def request(
    project_key: str, flag_key: str, environment_key: str, *, body: StartEnvironmentReleaseRequest
) -> Request[EnvironmentRelease, EnvironmentRelease]:
    """Start a release.

    ``POST /api/v2/projects/{projectKey}/flags/{flagKey}/environments/{environmentKey}/releases``

    Rolls a variation out by steps, guarded by metrics if there are any. It is never applied to the default
    rule. Several phases need advancementMode; releasePlanKey stands alone. Sent twice, it conflicts with
    itself.

    Args:
        project_key: The project's key.
        flag_key: The feature flag's key.
        environment_key: The environment's key.
        body: what to send.
    """
    return Request(
        operation="startEnvironmentRelease",
        method="POST",
        path_template="/api/v2/projects/{projectKey}/flags/{flagKey}/environments/{environmentKey}/releases",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/flags/{segment('flag_key', flag_key)}/environments/{segment('environment_key', environment_key)}/releases",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
            ("ld-api-version", "beta"),
        ),
        body=dumps(body),
        parse=parse,
    )

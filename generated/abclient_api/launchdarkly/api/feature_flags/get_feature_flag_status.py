from __future__ import annotations

from ...._arguments import segment
from ...._runtime import Request, Response, read_one
from ...models.flag_status_rep import FlagStatusRep


def parse(response: Response) -> FlagStatusRep:
    """The result in a successful answer."""
    return read_one(response, FlagStatusRep)


def request(project_key: str, environment_key: str, feature_flag_key: str) -> Request[FlagStatusRep, FlagStatusRep]:
    """Get whether a flag is in use.

    ``GET /api/v2/flag-statuses/{projectKey}/{environmentKey}/{featureFlagKey}``

    Whether a flag is in use in an environment, by when it was evaluated last.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        feature_flag_key: The feature flag's key.
    """
    return Request(
        operation="getFeatureFlagStatus",
        method="GET",
        path_template="/api/v2/flag-statuses/{projectKey}/{environmentKey}/{featureFlagKey}",
        path=f"/api/v2/flag-statuses/{segment('project_key', project_key)}/{segment('environment_key', environment_key)}/{segment('feature_flag_key', feature_flag_key)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

from __future__ import annotations

from ...._arguments import query_string, segment, text
from ...._runtime import Request, Response, read_one
from ...models.feature_flag_status_across_environments import FeatureFlagStatusAcrossEnvironments


def parse(response: Response) -> FeatureFlagStatusAcrossEnvironments:
    """The result in a successful answer."""
    return read_one(response, FeatureFlagStatusAcrossEnvironments)


def request(
    project_key: str, feature_flag_key: str, *, env: str | None = None
) -> Request[FeatureFlagStatusAcrossEnvironments, FeatureFlagStatusAcrossEnvironments]:
    """Get whether a flag is in use anywhere.

    ``GET /api/v2/flag-status/{projectKey}/{featureFlagKey}``

    Whether a flag is in use, by environment.

    Args:
        project_key: The project's key.
        feature_flag_key: The feature flag's key.
        env: Comma-separated keys of the environments that are wanted; all by default.
    """
    return Request(
        operation="getFeatureFlagStatusAcrossEnvironments",
        method="GET",
        path_template="/api/v2/flag-status/{projectKey}/{featureFlagKey}",
        path=f"/api/v2/flag-status/{segment('project_key', project_key)}/{segment('feature_flag_key', feature_flag_key)}",
        query=query_string(
            ("env", env, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )

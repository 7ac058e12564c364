from __future__ import annotations

from ...._arguments import query_string, segment, text
from ...._runtime import Request, Response, read_one
from ...models.feature_flag import FeatureFlag


def parse(response: Response) -> FeatureFlag:
    """The result in a successful answer."""
    return read_one(response, FeatureFlag)


def request(
    project_key: str, feature_flag_key: str, *, env: str | None = None, expand: str | None = None
) -> Request[FeatureFlag, FeatureFlag]:
    """Get a flag.

    ``GET /api/v2/flags/{projectKey}/{featureFlagKey}``

    One flag, with its configuration in environments.

    Args:
        project_key: The project's key.
        feature_flag_key: The feature flag's key.
        env: Comma-separated keys of the environments whose configuration is wanted; all by default.
        expand: Comma-separated fields to add to the answer; evaluation and migrationSettings.
    """
    return Request(
        operation="getFeatureFlag",
        method="GET",
        path_template="/api/v2/flags/{projectKey}/{featureFlagKey}",
        path=f"/api/v2/flags/{segment('project_key', project_key)}/{segment('feature_flag_key', feature_flag_key)}",
        query=query_string(
            ("env", env, text),
            ("expand", expand, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )

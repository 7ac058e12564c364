from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.feature_flag import FeatureFlag

if TYPE_CHECKING:
    from ...models.flag_copy_config_post import FlagCopyConfigPost


def parse(response: Response) -> FeatureFlag:
    """The result in a successful answer."""
    return read_one(response, FeatureFlag)


def request(project_key: str, feature_flag_key: str, *, body: FlagCopyConfigPost) -> Request[FeatureFlag, FeatureFlag]:
    """Copy a flag's configuration.

    ``POST /api/v2/flags/{projectKey}/{featureFlagKey}/copy``

    Copies a flag's configuration from one environment to another.

    Args:
        project_key: The project's key.
        feature_flag_key: The feature flag's key.
        body: what to send.
    """
    return Request(
        operation="copyFeatureFlag",
        method="POST",
        path_template="/api/v2/flags/{projectKey}/{featureFlagKey}/copy",
        path=f"/api/v2/flags/{segment('project_key', project_key)}/{segment('feature_flag_key', feature_flag_key)}/copy",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

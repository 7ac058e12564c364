from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import query_string, segment, text
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.feature_flag import FeatureFlag

if TYPE_CHECKING:
    from ...models.feature_flag_body import FeatureFlagBody


def parse(response: Response) -> FeatureFlag:
    """The result in a successful answer."""
    return read_one(response, FeatureFlag)


def request(project_key: str, *, body: FeatureFlagBody, clone: str | None = None) -> Request[FeatureFlag, FeatureFlag]:
    """Create a flag.

    ``POST /api/v2/flags/{projectKey}``

    Creates a flag, in all environments of the project.

    Args:
        project_key: The project's key.
        body: what to send.
        clone: Key of the flag that the new one is copied from.
    """
    return Request(
        operation="postFeatureFlag",
        method="POST",
        path_template="/api/v2/flags/{projectKey}",
        path=f"/api/v2/flags/{segment('project_key', project_key)}",
        query=query_string(
            ("clone", clone, text),
        ),
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

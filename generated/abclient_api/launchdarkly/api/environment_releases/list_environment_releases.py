from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import query_string, segment, text, whole
from ...._runtime import Request, Response, read_one
from ...models.environment_release_collection import EnvironmentReleaseCollection

if TYPE_CHECKING:
    from ...models.environment_release import EnvironmentRelease


def parse(response: Response) -> EnvironmentReleaseCollection:
    """The result in a successful answer."""
    return read_one(response, EnvironmentReleaseCollection)


def request(
    project_key: str,
    flag_key: str,
    environment_key: str,
    *,
    filter: str | None = None,
    limit: int | None = None,
    offset: int | None = None,
    snapshot: str | None = None,
) -> Request[EnvironmentReleaseCollection, EnvironmentRelease]:
    """List releases of a flag.

    ``GET /api/v2/projects/{projectKey}/flags/{flagKey}/environments/{environmentKey}/releases``

    One page of the releases of a flag in an environment, 25 by default and 100 at most. Links to further
    pages keep to the moment of the first. Releases that ended more than 90 days ago are not found.

    Args:
        project_key: The project's key.
        flag_key: The feature flag's key.
        environment_key: The environment's key.
        filter: A condition: kind equals progressive, or kind equals guarded.
        limit: How many items a page may hold. The vendor's default: 25.
        offset: How many items to skip, counted from the first.
        snapshot: Keeps further pages to the moment of the first; from the links between pages.
    """
    return Request(
        operation="listEnvironmentReleases",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/flags/{flagKey}/environments/{environmentKey}/releases",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/flags/{segment('flag_key', flag_key)}/environments/{segment('environment_key', environment_key)}/releases",
        query=query_string(
            ("filter", filter, text),
            ("limit", limit, whole(1, 100)),
            ("offset", offset, whole(0)),
            ("_snapshot", snapshot, text),
        ),
        headers=(
            ("accept", "application/json"),
            ("ld-api-version", "beta"),
        ),
        parse=parse,
        items="items",
        page=EnvironmentReleaseCollection,
    )

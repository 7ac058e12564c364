from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._runtime import Request, Response, read_one
from ...models.feature_flag_statuses import FeatureFlagStatuses

if TYPE_CHECKING:
    from ...models.flag_status_rep import FlagStatusRep


def parse(response: Response) -> FeatureFlagStatuses:
    """The result in a successful answer."""
    return read_one(response, FeatureFlagStatuses)


def request(project_key: str, environment_key: str) -> Request[FeatureFlagStatuses, FlagStatusRep]:
    """List which flags are in use.

    ``GET /api/v2/flag-statuses/{projectKey}/{environmentKey}``

    Whether the flags of an environment are in use; all at once.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
    """
    return Request(
        operation="getFeatureFlagStatuses",
        method="GET",
        path_template="/api/v2/flag-statuses/{projectKey}/{environmentKey}",
        path=f"/api/v2/flag-statuses/{segment('project_key', project_key)}/{segment('environment_key', environment_key)}",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=FeatureFlagStatuses,
    )

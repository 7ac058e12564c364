from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.environment_approval_settings_response import EnvironmentApprovalSettingsResponse


def parse(response: Response) -> EnvironmentApprovalSettingsResponse:
    """The result in a successful answer."""
    return read_one(response, EnvironmentApprovalSettingsResponse)


def request(
    project_id: int, environment_id: int
) -> Request[EnvironmentApprovalSettingsResponse, EnvironmentApprovalSettingsResponse]:
    """Get the approval settings of an environment.

    ``GET /projects/{project_id}/environments/{environment_id}/preferences``

    Which changes in an environment need approval, and who can give it.

    Args:
        project_id: Number of the project.
        environment_id: Number of the environment.
    """
    return Request(
        operation="get_environment_approval_settings",
        method="GET",
        path_template="/projects/{project_id}/environments/{environment_id}/preferences",
        path=f"/projects/{number('project_id', project_id)}/environments/{number('environment_id', environment_id)}/preferences",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

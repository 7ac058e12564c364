from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ...._arguments import number, query_string, segment, text, whole
from ...._runtime import Request, Response, read_one
from ...models.team_permissions_for_entity_type_response import TeamPermissionsForEntityTypeResponse

if TYPE_CHECKING:
    from ...models.team_permission_item import TeamPermissionItem


def parse(response: Response) -> TeamPermissionsForEntityTypeResponse:
    """The result in a successful answer."""
    return read_one(response, TeamPermissionsForEntityTypeResponse)


def request(
    team_id: str,
    project_id: int,
    entity_type: Literal["flags", "environments", "audiences"],
    *,
    per_page: int | None = None,
    page_token: str | None = None,
    page_window: int | None = None,
) -> Request[TeamPermissionsForEntityTypeResponse, TeamPermissionItem]:
    """List what a team may do.

    ``GET /teams/{team_id}/projects/{project_id}/{entity_type}``

    The team's roles for the entities of a kind in a project, page by page.

    Args:
        team_id: Identifier of the team.
        project_id: Number of the project.
        entity_type: Kind of the entity.
        per_page: Size of the page.
        page_token: Which page, as the links of another page say.
        page_window: How many links to following and to earlier pages are wanted.
    """
    return Request(
        operation="list_team_permissions",
        method="GET",
        path_template="/teams/{team_id}/projects/{project_id}/{entity_type}",
        path=f"/teams/{segment('team_id', team_id)}/projects/{number('project_id', project_id)}/{segment('entity_type', entity_type)}",
        query=query_string(
            ("per_page", per_page, whole(1)),
            ("page_token", page_token, text),
            ("page_window", page_window, whole(1)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=TeamPermissionsForEntityTypeResponse,
    )

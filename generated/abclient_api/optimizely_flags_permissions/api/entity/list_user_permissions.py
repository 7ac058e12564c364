from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ...._arguments import number, query_string, segment, text, whole
from ...._runtime import Request, Response, read_one
from ...models.user_permissions_for_entity_type_response import UserPermissionsForEntityTypeResponse

if TYPE_CHECKING:
    from ...models.user_permission_item import UserPermissionItem


def parse(response: Response) -> UserPermissionsForEntityTypeResponse:
    """The result in a successful answer."""
    return read_one(response, UserPermissionsForEntityTypeResponse)


def request(
    user_id: str,
    project_id: int,
    entity_type: Literal["flags", "environments", "audiences"],
    *,
    per_page: int | None = None,
    page_token: str | None = None,
    page_window: int | None = None,
) -> Request[UserPermissionsForEntityTypeResponse, UserPermissionItem]:
    """List what a user may do.

    ``GET /users/{user_id}/projects/{project_id}/{entity_type}``

    The user's roles for the entities of a kind in a project, page by page.

    Args:
        user_id: Identifier of the user.
        project_id: Number of the project.
        entity_type: Kind of the entity.
        per_page: Size of the page.
        page_token: Which page, as the links of another page say.
        page_window: How many links to following and to earlier pages are wanted.
    """
    return Request(
        operation="list_user_permissions",
        method="GET",
        path_template="/users/{user_id}/projects/{project_id}/{entity_type}",
        path=f"/users/{segment('user_id', user_id)}/projects/{number('project_id', project_id)}/{segment('entity_type', entity_type)}",
        query=query_string(
            ("per_page", per_page, whole(1)),
            ("page_token", page_token, text),
            ("page_window", page_window, whole(1)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=UserPermissionsForEntityTypeResponse,
    )

from __future__ import annotations

from typing import Literal

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_one
from ...models.entity_permissions_response import EntityPermissionsResponse


def parse(response: Response) -> EntityPermissionsResponse:
    """The result in a successful answer."""
    return read_one(response, EntityPermissionsResponse)


def request(
    project_id: int, entity_type: Literal["flags", "environments", "audiences"], entity_id: str
) -> Request[EntityPermissionsResponse, EntityPermissionsResponse]:
    """Get who may do what with an entity.

    ``GET /projects/{project_id}/{entity_type}/{entity_id}``

    Roles of users and teams for one entity.

    Args:
        project_id: Number of the project.
        entity_type: Kind of the entity.
        entity_id: Identifier of the entity.
    """
    return Request(
        operation="get_entity_permissions",
        method="GET",
        path_template="/projects/{project_id}/{entity_type}/{entity_id}",
        path=f"/projects/{number('project_id', project_id)}/{segment('entity_type', entity_type)}/{segment('entity_id', entity_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

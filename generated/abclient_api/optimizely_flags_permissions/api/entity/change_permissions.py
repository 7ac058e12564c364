from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Never

from ...._arguments import number, segment
from ...._models import dumps
from ...._runtime import Request, Response, read_empty

if TYPE_CHECKING:
    from ...models.patch_operation import PatchOperation


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(
    project_id: int,
    entity_type: Literal["flags", "environments", "audiences"],
    entity_id: str,
    *,
    body: list[PatchOperation],
) -> Request[None, Never]:
    """Change who may do what with an entity.

    ``PATCH /projects/{project_id}/{entity_type}/{entity_id}``

    Gives roles to users and teams, or takes them away.

    Args:
        project_id: Number of the project.
        entity_type: Kind of the entity.
        entity_id: Identifier of the entity.
        body: what to send.
    """
    return Request(
        operation="change_permissions",
        method="PATCH",
        path_template="/projects/{project_id}/{entity_type}/{entity_id}",
        path=f"/projects/{number('project_id', project_id)}/{segment('entity_type', entity_type)}/{segment('entity_id', entity_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

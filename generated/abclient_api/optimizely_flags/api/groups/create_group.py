from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.group import Group

if TYPE_CHECKING:
    from ...models.group_request_body import GroupRequestBody


def parse(response: Response) -> Group:
    """The result in a successful answer."""
    return read_one(response, Group)


def request(project_id: int, *, body: GroupRequestBody) -> Request[Group, Group]:
    """Create an exclusion group.

    ``POST /projects/{project_id}/groups``

    Makes an exclusion group in an environment.

    Args:
        project_id: Number of the project.
        body: what to send.
    """
    return Request(
        operation="create_group",
        method="POST",
        path_template="/projects/{project_id}/groups",
        path=f"/projects/{number('project_id', project_id)}/groups",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

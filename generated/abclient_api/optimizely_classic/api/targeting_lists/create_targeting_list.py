from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.targeting_list import TargetingList

if TYPE_CHECKING:
    from ...models.targeting_list_create import TargetingListCreate


def parse(response: Response) -> TargetingList:
    """The result in a successful answer."""
    return read_one(response, TargetingList)


def request(project_id: int, *, body: TargetingListCreate) -> Request[TargetingList, TargetingList]:
    """Create a targeting list.

    ``POST /projects/{project_id}/targeting_lists``

    Uploads a list of visitors. All fields but `description` are required. Enterprise accounts only.

    Args:
        project_id: Id of the project.
        body: what to send.
    """
    return Request(
        operation="createTargetingList",
        method="POST",
        path_template="/projects/{project_id}/targeting_lists",
        path=f"/projects/{number('project_id', project_id)}/targeting_lists",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

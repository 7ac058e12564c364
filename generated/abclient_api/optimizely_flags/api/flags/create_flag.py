from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.flag import Flag

if TYPE_CHECKING:
    from ...models.flag_request_body import FlagRequestBody


def parse(response: Response) -> Flag:
    """The result in a successful answer."""
    return read_one(response, Flag)


def request(project_id: int, *, body: FlagRequestBody) -> Request[Flag, Flag]:
    """Create a flag.

    ``POST /projects/{project_id}/flags``

    Makes a flag, with variables if wanted. It is off in every environment.

    Args:
        project_id: Number of the project.
        body: what to send.
    """
    return Request(
        operation="create_flag",
        method="POST",
        path_template="/projects/{project_id}/flags",
        path=f"/projects/{number('project_id', project_id)}/flags",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

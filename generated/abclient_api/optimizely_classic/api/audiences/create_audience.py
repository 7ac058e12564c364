from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.audience import Audience

if TYPE_CHECKING:
    from ...models.audience_create import AudienceCreate


def parse(response: Response) -> Audience:
    """The result in a successful answer."""
    return read_one(response, Audience)


def request(project_id: int, *, body: AudienceCreate) -> Request[Audience, Audience]:
    """Create an audience.

    ``POST /projects/{project_id}/audiences``

    Adds an audience to the project. Without `conditions` it matches nobody by itself; visitors are then added
    by its id with `addToAudience` of the JavaScript API.

    Args:
        project_id: Id of the project.
        body: what to send.
    """
    return Request(
        operation="createAudience",
        method="POST",
        path_template="/projects/{project_id}/audiences",
        path=f"/projects/{number('project_id', project_id)}/audiences",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

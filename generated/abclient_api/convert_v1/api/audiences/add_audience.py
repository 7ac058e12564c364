from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.audience import Audience

if TYPE_CHECKING:
    from ...models.audience_input import AudienceInput


def parse(response: Response) -> Audience:
    """The result in a successful answer."""
    return read_one(response, Audience)


def request(project_id: str, *, body: AudienceInput) -> Request[Audience, Audience]:
    """Add an audience.

    ``POST /audiences/add/{project_id}``

    Creates an audience in the project. The body must not hold an audience_id.

    Args:
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="addAudience",
        method="POST",
        path_template="/audiences/add/{project_id}",
        path=f"/audiences/add/{segment('project_id', project_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_list
from ...models.audience import Audience

if TYPE_CHECKING:
    from ...models.audience_filter import AudienceFilter


def parse(response: Response) -> list[Audience]:
    """The result in a successful answer."""
    return read_list(response, Audience)


def request(project_id: str, *, body: AudienceFilter) -> Request[list[Audience], Audience]:
    """List audiences.

    ``POST /audiences/{project_id}``

    One page of the project's audiences, filtered by text, kind and use.

    Args:
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="listAudiences",
        method="POST",
        path_template="/audiences/{project_id}",
        path=f"/audiences/{segment('project_id', project_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
        reads=True,
        items="",
        item=Audience,
    )

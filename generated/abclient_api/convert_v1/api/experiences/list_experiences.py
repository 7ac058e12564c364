from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_list
from ...models.experience import Experience

if TYPE_CHECKING:
    from ...models.experience_filter import ExperienceFilter


def parse(response: Response) -> list[Experience]:
    """The result in a successful answer."""
    return read_list(response, Experience)


def request(project_id: str, *, body: ExperienceFilter) -> Request[list[Experience], Experience]:
    """List experiences.

    ``POST /experiences/{project_id}``

    One page of the project's experiences, filtered by type, status and text.

    Args:
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="listExperiences",
        method="POST",
        path_template="/experiences/{project_id}",
        path=f"/experiences/{segment('project_id', project_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
        reads=True,
        items="",
        item=Experience,
    )

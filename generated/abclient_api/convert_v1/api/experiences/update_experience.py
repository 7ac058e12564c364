from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experience import Experience

if TYPE_CHECKING:
    from ...models.experience_input import ExperienceInput


def parse(response: Response) -> Experience:
    """The result in a successful answer."""
    return read_one(response, Experience)


def request(project_id: str, experience_id: str, *, body: ExperienceInput) -> Request[Experience, Experience]:
    """Update an experience.

    ``POST /experiences/update/{project_id}/{experience_id}``

    Changes the fields that are sent and answers with the whole experience. Sending experience_status starts,
    pauses, completes or archives it.

    Args:
        project_id: The project's id.
        experience_id: The experience's id.
        body: what to send.
    """
    return Request(
        operation="updateExperience",
        method="POST",
        path_template="/experiences/update/{project_id}/{experience_id}",
        path=f"/experiences/update/{segment('project_id', project_id)}/{segment('experience_id', experience_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

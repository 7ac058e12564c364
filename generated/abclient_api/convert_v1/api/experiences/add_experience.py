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


def request(project_id: str, *, body: ExperienceInput) -> Request[Experience, Experience]:
    """Add an experience.

    ``POST /experiences/add/{project_id}``

    Creates an experience in the project.

    Args:
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="addExperience",
        method="POST",
        path_template="/experiences/add/{project_id}",
        path=f"/experiences/add/{segment('project_id', project_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

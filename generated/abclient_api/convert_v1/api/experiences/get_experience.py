from __future__ import annotations

from ...._arguments import segment
from ...._runtime import Request, Response, read_one
from ...models.experience import Experience


def parse(response: Response) -> Experience:
    """The result in a successful answer."""
    return read_one(response, Experience)


def request(project_id: str, experience_id: str) -> Request[Experience, Experience]:
    """Get an experience.

    ``GET /experiences/get/{project_id}/{experience_id}``

    Reads one experience with its variations, goals and audiences.

    Args:
        project_id: The project's id.
        experience_id: The experience's id.
    """
    return Request(
        operation="getExperience",
        method="GET",
        path_template="/experiences/get/{project_id}/{experience_id}",
        path=f"/experiences/get/{segment('project_id', project_id)}/{segment('experience_id', experience_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

from __future__ import annotations

from ...._arguments import segment
from ...._runtime import Request, Response, read_one
from ...models.experience import Experience


def parse(response: Response) -> Experience:
    """The result in a successful answer."""
    return read_one(response, Experience)


def request(project_id: str, experience_id: str, variation_id: str) -> Request[Experience, Experience]:
    """Remove a variation.

    ``DELETE /experiences/delete-variation/{project_id}/{experience_id}/{variation_id}``

    Removes the variation from the experience and answers with the whole experience that is left.

    Args:
        project_id: The project's id.
        experience_id: The experience's id.
        variation_id: The variation's id.
    """
    return Request(
        operation="removeVariation",
        method="DELETE",
        path_template="/experiences/delete-variation/{project_id}/{experience_id}/{variation_id}",
        path=f"/experiences/delete-variation/{segment('project_id', project_id)}/{segment('experience_id', experience_id)}/{segment('variation_id', variation_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

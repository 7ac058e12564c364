from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experience import Experience

if TYPE_CHECKING:
    from ...models.variation_input import VariationInput


def parse(response: Response) -> Experience:
    """The result in a successful answer."""
    return read_one(response, Experience)


def request(project_id: str, experience_id: str, *, body: VariationInput) -> Request[Experience, Experience]:
    """Add or change a variation.

    ``POST /experiences/update-variation/{project_id}/{experience_id}``

    Changes the variation whose id is in the body, or adds one where the body has no id, and answers with the
    whole experience.

    Args:
        project_id: The project's id.
        experience_id: The experience's id.
        body: what to send.
    """
    return Request(
        operation="saveVariation",
        method="POST",
        path_template="/experiences/update-variation/{project_id}/{experience_id}",
        path=f"/experiences/update-variation/{segment('project_id', project_id)}/{segment('experience_id', experience_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number, segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.variation import Variation

if TYPE_CHECKING:
    from ...models.variation_request_body import VariationRequestBody


def parse(response: Response) -> Variation:
    """The result in a successful answer."""
    return read_one(response, Variation)


def request(project_id: int, flag_key: str, *, body: VariationRequestBody) -> Request[Variation, Variation]:
    """Create a variation.

    ``POST /projects/{project_id}/flags/{flag_key}/variations``

    Makes a variation of a flag.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        body: what to send.
    """
    return Request(
        operation="create_variation",
        method="POST",
        path_template="/projects/{project_id}/flags/{flag_key}/variations",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/variations",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

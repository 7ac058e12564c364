from __future__ import annotations

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_one
from ...models.variation import Variation


def parse(response: Response) -> Variation:
    """The result in a successful answer."""
    return read_one(response, Variation)


def request(project_id: int, flag_key: str, variation_key: str) -> Request[Variation, Variation]:
    """Get a variation.

    ``GET /projects/{project_id}/flags/{flag_key}/variations/{variation_key}``

    One variation of a flag.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        variation_key: Key of the variation.
    """
    return Request(
        operation="fetch_variation",
        method="GET",
        path_template="/projects/{project_id}/flags/{flag_key}/variations/{variation_key}",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/variations/{segment('variation_key', variation_key)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

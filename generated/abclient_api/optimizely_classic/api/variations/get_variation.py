from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.variation import Variation


def parse(response: Response) -> Variation:
    """The result in a successful answer."""
    return read_one(response, Variation)


def request(variation_id: int) -> Request[Variation, Variation]:
    """Read a variation.

    ``GET /variations/{variation_id}``

    Metadata of one variation.

    Args:
        variation_id: Id of the variation.
    """
    return Request(
        operation="getVariation",
        method="GET",
        path_template="/variations/{variation_id}",
        path=f"/variations/{number('variation_id', variation_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.variation import Variation

if TYPE_CHECKING:
    from ...models.variation_update import VariationUpdate


def parse(response: Response) -> Variation:
    """The result in a successful answer."""
    return read_one(response, Variation)


def request(variation_id: int, *, body: VariationUpdate) -> Request[Variation, Variation]:
    """Update a variation.

    ``PUT /variations/{variation_id}``

    Changes the fields sent. Known issue of the vendor: traffic is not always set correctly, so changes of
    `weight` and `is_paused` should be checked in the web application.

    Args:
        variation_id: Id of the variation.
        body: what to send.
    """
    return Request(
        operation="updateVariation",
        method="PUT",
        path_template="/variations/{variation_id}",
        path=f"/variations/{number('variation_id', variation_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

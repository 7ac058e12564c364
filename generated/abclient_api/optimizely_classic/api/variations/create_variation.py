from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.variation import Variation

if TYPE_CHECKING:
    from ...models.variation_create import VariationCreate


def parse(response: Response) -> Variation:
    """The result in a successful answer."""
    return read_one(response, Variation)


def request(experiment_id: int, *, body: VariationCreate) -> Request[Variation, Variation]:
    """Create a variation.

    ``POST /experiments/{experiment_id}/variations``

    Adds a variation to the experiment. A new experiment already has two, so updating one may be what is
    wanted. Weights of one experiment should sum to 10000 basis points: send the right weight here and update
    the other variations.

    Args:
        experiment_id: Id of the experiment.
        body: what to send.
    """
    return Request(
        operation="createVariation",
        method="POST",
        path_template="/experiments/{experiment_id}/variations",
        path=f"/experiments/{number('experiment_id', experiment_id)}/variations",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

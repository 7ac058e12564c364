from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_list
from ...models.variation import Variation


def parse(response: Response) -> list[Variation]:
    """The result in a successful answer."""
    return read_list(response, Variation)


def request(experiment_id: int) -> Request[list[Variation], Variation]:
    """List the variations of an experiment.

    ``GET /experiments/{experiment_id}/variations``

    Every variation of the experiment, the original included.

    Args:
        experiment_id: Id of the experiment.
    """
    return Request(
        operation="listVariations",
        method="GET",
        path_template="/experiments/{experiment_id}/variations",
        path=f"/experiments/{number('experiment_id', experiment_id)}/variations",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=Variation,
    )

from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.experiment import Experiment


def parse(response: Response) -> Experiment:
    """The result in a successful answer."""
    return read_one(response, Experiment)


def request(experiment_id: int) -> Request[Experiment, Experiment]:
    """Get an experiment.

    ``GET /experiments/{experiment_id}``

    One experiment by its identifier.

    Args:
        experiment_id: Identifier of the experiment.
    """
    return Request(
        operation="get_experiment",
        method="GET",
        path_template="/experiments/{experiment_id}",
        path=f"/experiments/{number('experiment_id', experiment_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.experiment import Experiment


def parse(response: Response) -> Experiment:
    """The result in a successful answer."""
    return read_one(response, Experiment)


def request(experiment_id: int) -> Request[Experiment, Experiment]:
    """Read an experiment.

    ``GET /experiments/{experiment_id}``

    Metadata of one experiment.

    Args:
        experiment_id: Id of the experiment.
    """
    return Request(
        operation="getExperiment",
        method="GET",
        path_template="/experiments/{experiment_id}",
        path=f"/experiments/{number('experiment_id', experiment_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

from __future__ import annotations

from abclient_api._arguments import (
    segment,
)
from abclient_api._runtime import Request, Response, read_one

from ...models.experiment_response import ExperimentResponse


def parse(response: Response) -> ExperimentResponse:
    """The result in a successful answer."""
    return read_one(response, ExperimentResponse)


def request(id: str) -> Request[ExperimentResponse, ExperimentResponse]:
    """Get an experiment.

    ``GET /v1/experiments/{id}``

    One experiment.

    Args:
        id: Identifier of the experiment.
    """
    return Request(
        operation="getExperiment",
        method="GET",
        path_template="/v1/experiments/{id}",
        path=f"/v1/experiments/{segment('id', id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

from __future__ import annotations

from abclient_api._arguments import (
    query_string,
    segment,
    text,
)
from abclient_api._runtime import Request, Response, read_one

from ...models.experiment_results_response import ExperimentResultsResponse


def parse(response: Response) -> ExperimentResultsResponse:
    """The result in a successful answer."""
    return read_one(response, ExperimentResultsResponse)


def request(
    id: str, *, phase: str | None = None, dimension: str | None = None
) -> Request[ExperimentResultsResponse, ExperimentResultsResponse]:
    """Get the results of an experiment.

    ``GET /v1/experiments/{id}/results``

    The latest results of a phase, for all units or for each value of a dimension. Without a completed
    snapshot the response is an error with status 400.

    Args:
        id: Identifier of the experiment.
        phase: Number of the phase, from 0; by default the last one.
        dimension: Identifier of a unit dimension, or `exp:` and the name of an experiment dimension.
    """
    return Request(
        operation="getExperimentResults",
        method="GET",
        path_template="/v1/experiments/{id}/results",
        path=f"/v1/experiments/{segment('id', id)}/results",
        query=query_string(
            ("phase", phase, text),
            ("dimension", dimension, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )

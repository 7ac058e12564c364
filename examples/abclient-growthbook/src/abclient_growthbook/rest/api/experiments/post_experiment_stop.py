from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api._arguments import (
    segment,
)
from abclient_api._models import dumps
from abclient_api._runtime import Request, Response, read_one

from ...models.experiment_response import ExperimentResponse

if TYPE_CHECKING:
    from ...models.experiment_stop import ExperimentStop


def parse(response: Response) -> ExperimentResponse:
    """The result in a successful answer."""
    return read_one(response, ExperimentResponse)


def request(id: str, *, body: ExperimentStop) -> Request[ExperimentResponse, ExperimentResponse]:
    """Stop an experiment.

    ``POST /v1/experiments/{id}/stop``

    Ends the current phase of an experiment, with a conclusion.

    Args:
        id: Identifier of the experiment.
        body: what to send.
    """
    return Request(
        operation="postExperimentStop",
        method="POST",
        path_template="/v1/experiments/{id}/stop",
        path=f"/v1/experiments/{segment('id', id)}/stop",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

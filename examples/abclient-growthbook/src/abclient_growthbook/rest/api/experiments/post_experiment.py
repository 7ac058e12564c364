from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api._models import dumps
from abclient_api._runtime import Request, Response, read_one

from ...models.experiment_response import ExperimentResponse

if TYPE_CHECKING:
    from ...models.experiment_create import ExperimentCreate


def parse(response: Response) -> ExperimentResponse:
    """The result in a successful answer."""
    return read_one(response, ExperimentResponse)


def request(*, body: ExperimentCreate) -> Request[ExperimentResponse, ExperimentResponse]:
    """Create an experiment.

    ``POST /v1/experiments``

    Makes an experiment, a draft unless the body says otherwise.

    Args:
        body: what to send.
    """
    return Request(
        operation="postExperiment",
        method="POST",
        path_template="/v1/experiments",
        path="/v1/experiments",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

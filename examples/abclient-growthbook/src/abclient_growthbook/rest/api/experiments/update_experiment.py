from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api._arguments import (
    segment,
)
from abclient_api._models import dumps
from abclient_api._runtime import Request, Response, read_one

from ...models.experiment_response import ExperimentResponse

if TYPE_CHECKING:
    from ...models.experiment_update import ExperimentUpdate


def parse(response: Response) -> ExperimentResponse:
    """The result in a successful answer."""
    return read_one(response, ExperimentResponse)


def request(id: str, *, body: ExperimentUpdate) -> Request[ExperimentResponse, ExperimentResponse]:
    """Change an experiment.

    ``POST /v1/experiments/{id}``

    Changes what the body names; lists are replaced as a whole.

    Args:
        id: Identifier of the experiment.
        body: what to send.
    """
    return Request(
        operation="updateExperiment",
        method="POST",
        path_template="/v1/experiments/{id}",
        path=f"/v1/experiments/{segment('id', id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

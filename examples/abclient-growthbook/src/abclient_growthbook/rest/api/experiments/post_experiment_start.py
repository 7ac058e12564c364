from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api._arguments import (
    segment,
)
from abclient_api._models import dumps
from abclient_api._runtime import Request, Response, read_one

from ...models.experiment_response import ExperimentResponse

if TYPE_CHECKING:
    from ...models.experiment_start import ExperimentStart


def parse(response: Response) -> ExperimentResponse:
    """The result in a successful answer."""
    return read_one(response, ExperimentResponse)


def request(id: str, *, body: ExperimentStart | None = None) -> Request[ExperimentResponse, ExperimentResponse]:
    """Start an experiment.

    ``POST /v1/experiments/{id}/start``

    Starts an experiment, or stages its start if one is scheduled.

    Args:
        id: Identifier of the experiment.
        body: what to send.
    """
    return Request(
        operation="postExperimentStart",
        method="POST",
        path_template="/v1/experiments/{id}/start",
        path=f"/v1/experiments/{segment('id', id)}/start",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
    )

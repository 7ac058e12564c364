from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api._arguments import (
    segment,
)
from abclient_api._models import dumps
from abclient_api._runtime import Request, Response, read_one

from ...models.snapshot_response import SnapshotResponse

if TYPE_CHECKING:
    from ...models.snapshot_create import SnapshotCreate


def parse(response: Response) -> SnapshotResponse:
    """The result in a successful answer."""
    return read_one(response, SnapshotResponse)


def request(id: str, *, body: SnapshotCreate | None = None) -> Request[SnapshotResponse, SnapshotResponse]:
    """Compute results anew.

    ``POST /v1/experiments/{id}/snapshot``

    Begins to compute the results of an experiment from its data; the response tells by which id to ask.

    Args:
        id: Identifier of the experiment.
        body: what to send.
    """
    return Request(
        operation="postExperimentSnapshot",
        method="POST",
        path_template="/v1/experiments/{id}/snapshot",
        path=f"/v1/experiments/{segment('id', id)}/snapshot",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
    )

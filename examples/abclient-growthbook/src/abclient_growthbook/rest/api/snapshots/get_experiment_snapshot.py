from __future__ import annotations

from abclient_api._arguments import (
    segment,
)
from abclient_api._runtime import Request, Response, read_one

from ...models.snapshot_response import SnapshotResponse


def parse(response: Response) -> SnapshotResponse:
    """The result in a successful answer."""
    return read_one(response, SnapshotResponse)


def request(id: str) -> Request[SnapshotResponse, SnapshotResponse]:
    """Get a snapshot.

    ``GET /v1/snapshots/{id}``

    How far a snapshot is; the results themselves are those of the experiment.

    Args:
        id: Identifier of the snapshot.
    """
    return Request(
        operation="getExperimentSnapshot",
        method="GET",
        path_template="/v1/snapshots/{id}",
        path=f"/v1/snapshots/{segment('id', id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

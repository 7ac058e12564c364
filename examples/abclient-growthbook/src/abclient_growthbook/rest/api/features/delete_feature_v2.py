from __future__ import annotations

from abclient_api._arguments import (
    segment,
)
from abclient_api._runtime import Request, Response, read_one

from ...models.deleted import Deleted


def parse(response: Response) -> Deleted:
    """The result in a successful answer."""
    return read_one(response, Deleted)


def request(id: str) -> Request[Deleted, Deleted]:
    """Delete a feature.

    ``DELETE /v2/features/{id}``

    Deletes a feature for good.

    Args:
        id: Key of the feature.
    """
    return Request(
        operation="deleteFeatureV2",
        method="DELETE",
        path_template="/v2/features/{id}",
        path=f"/v2/features/{segment('id', id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

from __future__ import annotations

from abclient_api._arguments import (
    segment,
)
from abclient_api._runtime import Request, Response, read_one

from ...models.feature_response import FeatureResponse


def parse(response: Response) -> FeatureResponse:
    """The result in a successful answer."""
    return read_one(response, FeatureResponse)


def request(id: str) -> Request[FeatureResponse, FeatureResponse]:
    """Get a feature.

    ``GET /v2/features/{id}``

    One feature.

    Args:
        id: Key of the feature.
    """
    return Request(
        operation="getFeatureV2",
        method="GET",
        path_template="/v2/features/{id}",
        path=f"/v2/features/{segment('id', id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api._models import dumps
from abclient_api._runtime import Request, Response, read_one

from ...models.feature_response import FeatureResponse

if TYPE_CHECKING:
    from ...models.feature_create import FeatureCreate


def parse(response: Response) -> FeatureResponse:
    """The result in a successful answer."""
    return read_one(response, FeatureResponse)


def request(*, body: FeatureCreate) -> Request[FeatureResponse, FeatureResponse]:
    """Create a feature.

    ``POST /v2/features``

    Makes a feature with a first revision, which is live at once.

    Args:
        body: what to send.
    """
    return Request(
        operation="postFeatureV2",
        method="POST",
        path_template="/v2/features",
        path="/v2/features",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api._arguments import (
    segment,
)
from abclient_api._models import dumps
from abclient_api._runtime import Request, Response, read_one

from ...models.feature_response import FeatureResponse

if TYPE_CHECKING:
    from ...models.feature_update import FeatureUpdate


def parse(response: Response) -> FeatureResponse:
    """The result in a successful answer."""
    return read_one(response, FeatureResponse)


def request(id: str, *, body: FeatureUpdate) -> Request[FeatureResponse, FeatureResponse]:
    """Change a feature.

    ``POST /v2/features/{id}``

    Changes what the body names; rules and tags are replaced as a whole.

    Args:
        id: Key of the feature.
        body: what to send.
    """
    return Request(
        operation="updateFeatureV2",
        method="POST",
        path_template="/v2/features/{id}",
        path=f"/v2/features/{segment('id', id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

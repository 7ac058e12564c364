from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api._arguments import (
    segment,
)
from abclient_api._models import dumps
from abclient_api._runtime import Request, Response, read_one

from ...models.feature_response import FeatureResponse

if TYPE_CHECKING:
    from ...models.feature_toggle import FeatureToggle


def parse(response: Response) -> FeatureResponse:
    """The result in a successful answer."""
    return read_one(response, FeatureResponse)


def request(id: str, *, body: FeatureToggle) -> Request[FeatureResponse, FeatureResponse]:
    """Turn a feature on or off.

    ``POST /v2/features/{id}/toggle``

    Turns a feature on or off in the environments that the body names.

    Args:
        id: Key of the feature.
        body: what to send.
    """
    return Request(
        operation="toggleFeatureV2",
        method="POST",
        path_template="/v2/features/{id}/toggle",
        path=f"/v2/features/{segment('id', id)}/toggle",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

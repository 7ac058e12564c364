from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.feature import Feature

if TYPE_CHECKING:
    from ...models.feature_update import FeatureUpdate


def parse(response: Response) -> Feature:
    """The result in a successful answer."""
    return read_one(response, Feature)


def request(feature_id: int, *, body: FeatureUpdate) -> Request[Feature, Feature]:
    """Change a feature.

    ``PATCH /features/{feature_id}``

    Changes the fields sent, among them rollouts and variables.

    Args:
        feature_id: Identifier of the feature.
        body: what to send.
    """
    return Request(
        operation="update_feature",
        method="PATCH",
        path_template="/features/{feature_id}",
        path=f"/features/{number('feature_id', feature_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

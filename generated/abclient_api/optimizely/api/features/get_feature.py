from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.feature import Feature


def parse(response: Response) -> Feature:
    """The result in a successful answer."""
    return read_one(response, Feature)


def request(feature_id: int) -> Request[Feature, Feature]:
    """Get a feature.

    ``GET /features/{feature_id}``

    One feature by its identifier.

    Args:
        feature_id: Identifier of the feature.
    """
    return Request(
        operation="get_feature",
        method="GET",
        path_template="/features/{feature_id}",
        path=f"/features/{number('feature_id', feature_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )

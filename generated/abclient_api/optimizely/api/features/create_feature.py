from __future__ import annotations

from typing import TYPE_CHECKING

from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.feature import Feature

if TYPE_CHECKING:
    from ...models.feature_create import FeatureCreate


def parse(response: Response) -> Feature:
    """The result in a successful answer."""
    return read_one(response, Feature)


def request(*, body: FeatureCreate) -> Request[Feature, Feature]:
    """Create a feature.

    ``POST /features``

    Creates a feature with its variables and rollouts.

    Args:
        body: what to send.
    """
    return Request(
        operation="create_feature",
        method="POST",
        path_template="/features",
        path="/features",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

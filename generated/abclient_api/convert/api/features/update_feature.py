from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.feature import Feature

if TYPE_CHECKING:
    from ...models.update_feature_request_data import UpdateFeatureRequestData


def parse(response: Response) -> Feature:
    """The result in a successful answer."""
    return read_one(response, Feature)


def request(
    account_id: int, project_id: int, feature_id: int, *, body: UpdateFeatureRequestData
) -> Request[Feature, Feature]:
    """Change a feature.

    ``POST /accounts/{account_id}/projects/{project_id}/features/{feature_id}/update``

    Changes the fields that are given.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        feature_id: The feature's id.
        body: what to send.
    """
    return Request(
        operation="updateFeature",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/features/{feature_id}/update",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/features/{number('feature_id', feature_id)}/update",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.features_list_response_data import FeaturesListResponseData

if TYPE_CHECKING:
    from ...models.feature import Feature
    from ...models.get_features_list_request_data import GetFeaturesListRequestData


def parse(response: Response) -> FeaturesListResponseData:
    """The result in a successful answer."""
    return read_one(response, FeaturesListResponseData)


def request(
    account_id: int, project_id: int, *, body: GetFeaturesListRequestData | None = None
) -> Request[FeaturesListResponseData, Feature]:
    """List features.

    ``POST /accounts/{account_id}/projects/{project_id}/features``

    One page of the project's features.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="getFeaturesList",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/features",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/features",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
        items="data",
        page=FeaturesListResponseData,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.feature import Feature

if TYPE_CHECKING:
    from ...models.create_feature_request_data import CreateFeatureRequestData


def parse(response: Response) -> Feature:
    """The result in a successful answer."""
    return read_one(response, Feature)


def request(account_id: int, project_id: int, *, body: CreateFeatureRequestData) -> Request[Feature, Feature]:
    """Add a feature.

    ``POST /accounts/{account_id}/projects/{project_id}/features/add``

    Adds a feature.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="createFeature",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/features/add",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/features/add",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

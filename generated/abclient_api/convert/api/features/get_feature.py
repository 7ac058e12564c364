from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ...._arguments import number, query_string, several, text
from ...._runtime import Request, Response, read_one
from ...models.feature import Feature


def parse(response: Response) -> Feature:
    """The result in a successful answer."""
    return read_one(response, Feature)


def request(
    account_id: int, project_id: int, feature_id: int, *, include: Sequence[Literal["stats"]] | None = None
) -> Request[Feature, Feature]:
    """Get a feature.

    ``GET /accounts/{account_id}/projects/{project_id}/features/{feature_id}``

    Reads one feature.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        feature_id: The feature's id.
        include: Fields that are left out unless they are named here.
    """
    return Request(
        operation="getFeature",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}/features/{feature_id}",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/features/{number('feature_id', feature_id)}",
        query=query_string(
            ("include[]", include, several(text)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )

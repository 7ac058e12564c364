from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.success_data import SuccessData

if TYPE_CHECKING:
    from ...models.import_visitors_data_push_request_data import ImportVisitorsDataPushRequestData


def parse(response: Response) -> SuccessData:
    """The result in a successful answer."""
    return read_one(response, SuccessData)


def request(
    account_id: int, project_id: int, *, body: ImportVisitorsDataPushRequestData
) -> Request[SuccessData, SuccessData]:
    """Add visitors.

    ``POST /accounts/{account_id}/projects/{project_id}/visitors-data/push``

    Stores what is known of several visitors.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="pushVisitorsData",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/visitors-data/push",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/visitors-data/push",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

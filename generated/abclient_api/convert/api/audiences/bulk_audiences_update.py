from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.bulk_success_data import BulkSuccessData

if TYPE_CHECKING:
    from ...models.bulk_update_audience_request_data import BulkUpdateAudienceRequestData


def parse(response: Response) -> BulkSuccessData:
    """The result in a successful answer."""
    return read_one(response, BulkSuccessData)


def request(
    account_id: int, project_id: int, *, body: BulkUpdateAudienceRequestData
) -> Request[BulkSuccessData, BulkSuccessData]:
    """Change several audiences.

    ``POST /accounts/{account_id}/projects/{project_id}/audiences/bulk-update``

    Changes the status of up to 100 audiences; what fails is named in the response.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="bulkAudiencesUpdate",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/audiences/bulk-update",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/audiences/bulk-update",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.bulk_success_data import BulkSuccessData

if TYPE_CHECKING:
    from ...models.bulk_delete_locations_request_data import BulkDeleteLocationsRequestData


def parse(response: Response) -> BulkSuccessData:
    """The result in a successful answer."""
    return read_one(response, BulkSuccessData)


def request(
    account_id: int, project_id: int, *, body: BulkDeleteLocationsRequestData | None = None
) -> Request[BulkSuccessData, BulkSuccessData]:
    """Remove several locations.

    ``POST /accounts/{account_id}/projects/{project_id}/locations/bulk-delete``

    Removes up to 100 locations; what fails is named in the response.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="bulkLocationsDelete",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/locations/bulk-delete",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/locations/bulk-delete",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
    )

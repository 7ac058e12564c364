from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.bulk_success_data import BulkSuccessData

if TYPE_CHECKING:
    from ...models.bulk_update_projects_request_data import BulkUpdateProjectsRequestData


def parse(response: Response) -> BulkSuccessData:
    """The result in a successful answer."""
    return read_one(response, BulkSuccessData)


def request(account_id: int, *, body: BulkUpdateProjectsRequestData) -> Request[BulkSuccessData, BulkSuccessData]:
    """Change several projects.

    ``POST /accounts/{account_id}/projects/bulk-update``

    Changes several projects at once.

    Args:
        account_id: The account's id.
        body: what to send.
    """
    return Request(
        operation="bulkUpdateProjects",
        method="POST",
        path_template="/accounts/{account_id}/projects/bulk-update",
        path=f"/accounts/{number('account_id', account_id)}/projects/bulk-update",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

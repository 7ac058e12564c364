from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.bulk_success_data import BulkSuccessData

if TYPE_CHECKING:
    from ...models.bulk_update_knowledge_bases_request_data import BulkUpdateKnowledgeBasesRequestData


def parse(response: Response) -> BulkSuccessData:
    """The result in a successful answer."""
    return read_one(response, BulkSuccessData)


def request(
    account_id: int, project_id: int, *, body: BulkUpdateKnowledgeBasesRequestData
) -> Request[BulkSuccessData, BulkSuccessData]:
    """Change several entries of the knowledge base.

    ``POST /accounts/{account_id}/projects/{project_id}/knowledge-bases/bulk-update``

    Changes the status of up to 100 entries of the knowledge base; what fails is named in the response.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="bulkKnowledgeBasesUpdate",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/knowledge-bases/bulk-update",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/knowledge-bases/bulk-update",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )

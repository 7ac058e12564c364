from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.knowledge_bases_list_response_data import KnowledgeBasesListResponseData

if TYPE_CHECKING:
    from ...models.get_knowledge_bases_list_request_data import GetKnowledgeBasesListRequestData
    from ...models.knowledge_base import KnowledgeBase


def parse(response: Response) -> KnowledgeBasesListResponseData:
    """The result in a successful answer."""
    return read_one(response, KnowledgeBasesListResponseData)


def request(
    account_id: int, project_id: int, *, body: GetKnowledgeBasesListRequestData | None = None
) -> Request[KnowledgeBasesListResponseData, KnowledgeBase]:
    """List entries of the knowledge base.

    ``POST /accounts/{account_id}/projects/{project_id}/knowledge-bases``

    One page of the project's entries of the knowledge base.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="getKnowledgeBasesList",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/knowledge-bases",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/knowledge-bases",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
        items="data",
        page=KnowledgeBasesListResponseData,
    )

from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.knowledge_base import KnowledgeBase


def parse(response: Response) -> KnowledgeBase:
    """The result in a successful answer."""
    return read_one(response, KnowledgeBase)


def request(account_id: int, project_id: int, knowledge_base_id: int) -> Request[KnowledgeBase, KnowledgeBase]:
    """Remove an entry of the knowledge base.

    ``DELETE /accounts/{account_id}/projects/{project_id}/knowledge-bases/{knowledge_base_id}/delete``

    Removes an entry of the knowledge base.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        knowledge_base_id: The entry's id.
    """
    return Request(
        operation="deleteKnowledgeBase",
        method="DELETE",
        path_template="/accounts/{account_id}/projects/{project_id}/knowledge-bases/{knowledge_base_id}/delete",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/knowledge-bases/{number('knowledge_base_id', knowledge_base_id)}/delete",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
